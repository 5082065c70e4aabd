using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests;

/// <summary>Which policies count, where several places say something about one endpoint.</summary>
public sealed class MetadataRuleTests
{
    private const string Stranger = "127.0.0.77";

    [Fact]
    public async Task All_policies_must_allow()
    {
        await using var app = await TestApp.StartAsync(static app => app.MapGroup("/both").RequireIpPolicy<TestPolicies.Office>()
            .MapGet("", static () => "ok").RequireIpPolicy<TestPolicies.Partner>());

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/both"));
        Assert.Equal(["office", "partner"], app.Requests.GetMeasurementSnapshot().Select(static one => one.Tags["policysdk.policy"]));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/both", "127.0.0.4"));
        Assert.Equal("partner", app.Requests.LastMeasurement?.Tags["policysdk.policy"]);
    }

    [Fact]
    public async Task A_reason_to_be_open_discards_what_lies_farther_away()
    {
        await using var app = await TestApp.StartAsync(static app => app.MapGroup("/group").RequireIpPolicy<TestPolicies.Elsewhere>()
            .MapGet("", static () => "ok").AllowAnyAddress("probed by the load balancer"));

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/group", Stranger));
        Assert.Equal("any_address", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    [Fact]
    public async Task A_policy_that_is_nearer_than_a_reason_to_be_open_counts()
    {
        await using var app = await TestApp.StartAsync(static app => app.MapGroup("/group").AllowAnyAddress("documentation")
            .MapGet("", static () => "ok").RequireIpPolicy<TestPolicies.Office>());

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/group"));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/group", Stranger));
    }

    [Fact]
    public async Task An_attribute_on_a_lambda_is_nearer_than_its_group()
    {
        await using var app = await TestApp.StartAsync(static app =>
        {
            app.MapGroup("/group").RequireIpPolicy<TestPolicies.Elsewhere>()
                .MapGet("/open", [AllowAnyAddress("documentation")] () => "ok");
            app.MapGroup("/opened").AllowAnyAddress("documentation")
                .MapGet("", [RequireIpPolicy<TestPolicies.Office>] () => "ok");
        });

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/group/open", Stranger));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/opened", Stranger));
    }

    [Theory]
    [InlineData("/controller/open", Stranger, HttpStatusCode.OK)]
    [InlineData("/controller/narrower", "127.0.0.1", HttpStatusCode.OK)]
    [InlineData("/controller/narrower", "127.0.0.4", HttpStatusCode.Unauthorized)]
    [InlineData("/controller/silent", "127.0.0.1", HttpStatusCode.Unauthorized)]
    public async Task An_action_is_nearer_than_its_controller(string path, string from, HttpStatusCode expected)
    {
        await using var app = await StartControllersAsync(static app => app.MapControllers());

        Assert.Equal(expected, await app.StatusAsync(path, from));
    }

    [Theory]
    [InlineData("/controller/attribute", HttpStatusCode.Unauthorized)]
    [InlineData("/controller/silent", HttpStatusCode.OK)]
    public async Task Opening_all_controllers_leaves_their_attributes_in_force(string path, HttpStatusCode expected)
    {
        await using var app = await StartControllersAsync(static app => app.MapControllers().AllowAnyAddress("a prototype"));

        Assert.Equal(expected, await app.StatusAsync(path, Stranger));
    }

    [Theory]
    [InlineData("/controller/open", HttpStatusCode.OK)]
    [InlineData("/controller/attribute", HttpStatusCode.Unauthorized)]
    [InlineData("/controller/silent", HttpStatusCode.Unauthorized)]
    public async Task An_attribute_can_open_what_all_controllers_require(string path, HttpStatusCode expected)
    {
        await using var app = await StartControllersAsync(static app => app.MapControllers().RequireIpPolicy<TestPolicies.Elsewhere>());

        Assert.Equal(expected, await app.StatusAsync(path));
    }

    [Fact]
    public async Task An_endpoint_without_policy_is_refused()
    {
        await using var app = await TestApp.StartAsync(static app => app.MapGet("/silent", static () => "ok"));

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/silent"));
        Assert.Equal("no_policy", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    [Fact]
    public async Task A_fallback_policy_decides_for_endpoints_without_policy()
    {
        await using var app = await TestApp.StartAsync(
            static app =>
            {
                app.MapGet("/silent", static () => "ok");
                app.MapGet("/open", static () => "ok").AllowAnyAddress("documentation");
            },
            static options => options.UseFallbackPolicy<TestPolicies.Office>());

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/silent"));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/silent", Stranger));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/open", Stranger));
    }

    [Fact]
    public async Task Endpoints_without_policy_can_be_left_open_explicitly()
    {
        await using var app = await TestApp.StartAsync(
            static app =>
            {
                app.UseIpPolicies();
                app.MapGet("/silent", static () => "ok");
                app.MapGet("/listed", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
            },
            static options => options.AllowEndpointsWithoutPolicy = true);

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/silent", Stranger));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/listed", Stranger));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_reason_to_be_open_has_to_say_something(string? reason) =>
        Assert.Throws<ArgumentException>("reason", () => new AllowAnyAddressAttribute(reason!));

    private static Task<TestApp> StartControllersAsync(Action<WebApplication> map) =>
        TestApp.StartAsync(map, build: static builder => builder.Services.AddControllers().AddTestControllers());
}
