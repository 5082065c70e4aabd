using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests;

/// <summary>A policy holds on every kind of endpoint, with no middleware at all.</summary>
public sealed class EndpointKindTests
{
    [Theory]
    [InlineData("/lambda/attribute")]
    [InlineData("/convention")]
    [InlineData("/group/inner")]
    [InlineData("/short-circuit")]
    [InlineData("/metadata")]
    [InlineData("/controller/attribute")]
    [InlineData("/controller/action")]
    [InlineData("/hub/negotiate?negotiateVersion=1")]
    [InlineData("/healthz")]
    [InlineData("/anything/else")]
    public async Task Refuses_an_address_that_is_not_listed(string path)
    {
        await using var app = await StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await PostOrGetAsync(app, path, "127.0.0.77"));
    }

    [Theory]
    [InlineData("/lambda/attribute")]
    [InlineData("/convention")]
    [InlineData("/group/inner")]
    [InlineData("/short-circuit")]
    [InlineData("/metadata")]
    [InlineData("/controller/attribute")]
    [InlineData("/controller/action")]
    [InlineData("/hub/negotiate?negotiateVersion=1")]
    [InlineData("/healthz")]
    [InlineData("/anything/else")]
    public async Task Lets_a_listed_address_through(string path)
    {
        await using var app = await StartAsync();

        Assert.Equal(HttpStatusCode.OK, await PostOrGetAsync(app, path, "127.0.0.1"));
        Assert.Single(app.Requests.GetMeasurementSnapshot());
    }

    private static async Task<HttpStatusCode> PostOrGetAsync(TestApp app, string path, string from)
    {
        var method = path.Contains("negotiate", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get;
        using var response = await app.SendAsync(new HttpRequestMessage(method, path), from);
        return response.StatusCode;
    }

    private static Task<TestApp> StartAsync() => TestApp.StartAsync(
        static app =>
        {
            app.MapGet("/lambda/attribute", [RequireIpPolicy<TestPolicies.Office>] () => "ok");
            app.MapGet("/convention", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
            RouteGroupBuilder group = app.MapGroup("/group").RequireIpPolicy<TestPolicies.Office>();
            group.MapGet("/inner", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
            app.MapGet("/short-circuit", [RequireIpPolicy<TestPolicies.Office>] () => "ok").ShortCircuit();
            app.MapGet("/metadata", static () => "ok").WithMetadata(new RequireIpPolicyAttribute<TestPolicies.Office>());
            app.MapControllers();
            app.MapHub<GuardedHub>("/hub");
            app.MapHealthChecks("/healthz").RequireIpPolicy<TestPolicies.Office>();
            app.MapFallback([RequireIpPolicy<TestPolicies.Office>] () => "ok");
        },
        build: static builder =>
        {
            builder.Services.AddControllers().AddTestControllers();
            builder.Services.AddSignalR();
            builder.Services.AddHealthChecks();
        });

    /// <summary>A hub with its policy on the class.</summary>
    [RequireIpPolicy<TestPolicies.Office>]
    private sealed class GuardedHub : Hub;
}
