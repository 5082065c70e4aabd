using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests.Guard;

/// <summary><c>UseIpPolicy</c> decides as an endpoint's policy does, and beside it.</summary>
public sealed class GuardDecisionTests
{
    [Theory]
    [InlineData("/office", "127.0.0.1", HttpStatusCode.OK)]
    [InlineData("/office", "127.0.0.4", HttpStatusCode.Unauthorized)] // not in the guard's
    [InlineData("/elsewhere", "127.0.0.1", HttpStatusCode.Unauthorized)]
    [InlineData("/silent", "127.0.0.1", HttpStatusCode.Unauthorized)]
    [InlineData("/open", "127.0.0.1", HttpStatusCode.OK)]
    [InlineData("/open", "127.0.0.4", HttpStatusCode.Unauthorized)]
    public async Task The_guard_and_the_endpoint_must_both_allow(string path, string from, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartAsync(static app =>
        {
            app.UseIpPolicy<TestPolicies.Partner>();
            app.MapGet("/office", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
            app.MapGet("/elsewhere", static () => "ok").RequireIpPolicy<TestPolicies.Elsewhere>();
            app.MapGet("/silent", static () => "ok");
            app.MapGet("/open", static () => "ok").AllowAnyAddress("probed");
        });

        Assert.Equal(expected, await app.StatusAsync(path, from));
    }

    [Theory]
    [InlineData("127.0.0.2", "acme", "listed_for_client")]
    [InlineData("127.0.0.3", "acme", "not_listed")]
    [InlineData("127.0.0.2", null, "no_client")]
    [InlineData("127.0.0.2", "", "unknown_client")]
    [InlineData("127.0.0.2", "nobody", "unknown_client")]
    public async Task Lists_of_clients_are_decided(string from, string? client, string result)
    {
        await using var app = await StartAsync<TestPolicies.Partner>(static options => options.ClientId = static context => context.Request.Headers["X-Client"]);

        var status = await app.StatusAsync("/", from, client is null ? [] : [("X-Client", client)]);

        Assert.Equal(result == "listed_for_client" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, status);
        Assert.Equal(result, Assert.Single(app.Requests.GetMeasurementSnapshot()).Tags["policysdk.result"]);
    }

    [Fact]
    public async Task Two_guards_must_both_allow()
    {
        await using var app = await TestApp.StartAsync(static app =>
        {
            app.UseIpPolicy<TestPolicies.Office>();
            app.UseIpPolicy<TestPolicies.Partner>();
            app.Run(static context => context.Response.WriteAsync("ok"));
        });

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", "127.0.0.1"));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.4"));
        Assert.Equal(["office listed", "partner listed", "office listed", "partner not_listed"], app.Requests.GetMeasurementSnapshot()
            .Select(static one => $"{one.Tags["policysdk.policy"]} {one.Tags["policysdk.result"]}"));
    }

    [Fact]
    public async Task A_policy_that_throws_refuses() => await RefusesAsync<TestPolicies.Faulty>("fault");

    [Fact]
    public async Task A_policy_with_an_error_refuses() => await RefusesAsync<TestPolicies.Invalid>("invalid_policy");

    [Fact]
    public async Task A_policy_that_only_reports_lets_go_on()
    {
        await using var app = await StartAsync<TestPolicies.Reporting>();

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/"));
        Assert.StartsWith("Would reject a request to - from 127.0.0.1,", Assert.Single(app.Logs).Message, StringComparison.Ordinal);
        Assert.Equal("reported", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    [Fact]
    public async Task Refusals_are_answered_and_logged_like_those_of_endpoints()
    {
        IpPolicyRejectedContext? rejected = null;
        await using var app = await StartAsync<TestPolicies.Office>(options => options.OnRejected = context =>
        {
            rejected = context;
            return default;
        });

        using var response = await app.GetAsync("/secret?token=1", "127.0.0.77");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("IPAllowlist", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(IpPolicyReason.NotListed, rejected?.Decision.Reason);
        Assert.StartsWith("Rejected a request to - from 127.0.0.77, client -: not_listed by policy office (0123456789ab), entry -, reference 00-", Assert.Single(app.Logs).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_services_it_cannot_be_added()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();

        var exception = Assert.Throws<InvalidOperationException>(() => app.UseIpPolicy<TestPolicies.Office>());
        Assert.Contains("AddIpPolicies()", exception.Message, StringComparison.Ordinal);
    }

    private static async Task RefusesAsync<TPolicy>(string result)
        where TPolicy : IpPolicy, new()
    {
        await using var app = await StartAsync<TPolicy>();

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/"));
        Assert.Equal(result, app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    private static Task<TestApp> StartAsync<TPolicy>(Action<IpPolicyOptions>? options = null)
        where TPolicy : IpPolicy, new() => TestApp.StartAsync(
            static app =>
            {
                app.UseIpPolicy<TPolicy>();
                app.Run(static context => context.Response.WriteAsync("ok"));
            },
            options);
}
