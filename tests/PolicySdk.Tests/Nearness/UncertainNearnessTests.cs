using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using PolicySdk.Enforcement;

namespace PolicySdk.Tests.Nearness;

/// <summary>Where nothing tells which of two is nearer, the policy holds; and where something does, it counts.</summary>
public sealed class UncertainNearnessTests
{
    private const string Listed = "127.0.0.1";
    private const string Stranger = "127.0.0.77";

    [Theory]
    [InlineData("/Open", HttpStatusCode.Unauthorized)]
    [InlineData("/Silent", HttpStatusCode.Unauthorized)]
    public async Task A_policy_of_the_application_model_holds(string path, HttpStatusCode expected)
    {
        await using var app = await StartControllersAsync(new RequireIpPolicyAttribute<TestPolicies.Office>(), static app => app.MapControllers());

        Assert.Equal(expected, await app.StatusAsync(path, Stranger));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync(path, Listed));
    }

    [Theory]
    [InlineData("/Guarded", HttpStatusCode.Unauthorized)]
    [InlineData("/Silent", HttpStatusCode.OK)]
    public async Task A_reason_of_the_application_model_opens_but_what_has_a_policy_of_its_own(string path, HttpStatusCode expected)
    {
        await using var app = await StartControllersAsync(
            new AllowAnyAddressAttribute("a prototype"), static app => app.MapControllers().RequireIpPolicy<TestPolicies.Office>());

        Assert.Equal(expected, await app.StatusAsync(path, Stranger));
    }

    [Theory]
    [InlineData("/Guarded", HttpStatusCode.Unauthorized)]
    [InlineData("/Open", HttpStatusCode.OK)]
    [InlineData("/Silent", HttpStatusCode.OK)]
    public async Task A_fallback_lies_farther_away_than_the_controller_it_leads_to(string path, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartAsync(
            app => app.MapFallbackToController(path, "Get", path[1..]).AllowAnyAddress("a prototype"),
            build: static builder => builder.Services.AddControllers().AddOnly(typeof(Fallbacks).GetNestedTypes()));

        Assert.Equal(expected, await app.StatusAsync(path, Stranger));
    }

    [Fact]
    public async Task What_has_no_timeout_is_no_connection()
    {
        await using var app = await TestApp.StartAsync(
            static app =>
            {
                var group = app.MapGroup("");
                group.DisableRequestTimeout().RequireIpPolicy<TestPolicies.Office>();
                group.MapHealthChecks("/healthz").AllowAnyAddress("probed by the load balancer");
            },
            build: static builder => builder.Services.AddHealthChecks());

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/healthz", Stranger));
    }

    [Fact]
    public async Task A_group_lies_farther_away_than_a_connection_handler()
    {
        await using var app = await TestApp.StartAsync(
            static app => app.MapGroup("").WithMetadata(new RequireIpPolicyAttribute<TestPolicies.Office>())
                .MapConnectionHandler<Connections.Open>("/open"),
            build: static builder => builder.Services.AddConnections());

        Assert.Equal(HttpStatusCode.BadRequest, await app.StatusAsync("/open", Stranger));
    }

    [Fact]
    public void The_order_of_an_endpoint_is_found_once()
    {
        var metadata = new EndpointMetadataCollection(new AllowAnyAddressAttribute("documentation"), new RequireIpPolicyAttribute<TestPolicies.Office>());

        Assert.Same(MetadataOrder.NearestLast(metadata), MetadataOrder.NearestLast(metadata));
    }

    private static Task<TestApp> StartControllersAsync(object said, Action<WebApplication> map) => TestApp.StartAsync(
        map,
        build: builder => builder.Services.AddControllers(options => options.Conventions.Add(new Says(said)))
            .AddOnly(typeof(Controllers.Silent), typeof(Controllers.Guarded), typeof(Controllers.Open)));

    private sealed class Says(object said) : IActionModelConvention
    {
        public void Apply(ActionModel action) => action.Selectors[0].EndpointMetadata.Add(said);
    }
}
