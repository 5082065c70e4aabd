using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PolicySdk.Tests;

/// <summary>Endpoints that a middleware sets by hand never met the matcher; the middleware of the policies guards them.</summary>
public sealed class EndpointsSetByHandTests
{
    [Fact]
    public async Task An_endpoint_that_a_middleware_sets_by_hand_is_guarded_by_the_middleware()
    {
        await using var app = await StartWithEndpointSetByHandAsync(static context => context.Response.WriteAsync("ok"));

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.2"));
        Assert.Equal("no_client", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    [Fact]
    public async Task An_endpoint_with_the_delegate_of_another_one_is_held_to_its_own_policies()
    {
        await using var app = await TestApp.StartAsync(static app =>
        {
            app.UseRouting();
            app.Use(static (context, next) =>
            {
                if (context.Request.Query.ContainsKey("more") && context.GetEndpoint() is { } matched)
                {
                    context.SetEndpoint(new(matched.RequestDelegate, new([.. matched.Metadata, new RequireIpPolicyAttribute<TestPolicies.Elsewhere>()]), "by hand"));
                }

                return next(context);
            });
            app.UseIpPolicies();
            app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
        });

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/?more"));
    }

    [Fact]
    public async Task An_endpoint_without_delegate_cannot_be_guarded_so_it_fails()
    {
        await using var app = await StartWithEndpointSetByHandAsync(requestDelegate: null);

        Assert.Equal(HttpStatusCode.InternalServerError, await app.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.9"));
    }

    [Fact]
    public async Task An_endpoint_without_delegate_can_be_opened()
    {
        await using var app = await StartWithEndpointSetByHandAsync(requestDelegate: null, new AllowAnyAddressAttribute("answered by a middleware"));

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", "127.0.0.77"));
    }

    private static Task<TestApp> StartWithEndpointSetByHandAsync(RequestDelegate? requestDelegate, object? metadata = null)
    {
        var endpoint = new Endpoint(requestDelegate, new(metadata ?? new RequireIpPolicyAttribute<TestPolicies.Partner>()), "by hand");
        return TestApp.StartAsync(app =>
        {
            app.Use((context, next) =>
            {
                context.SetEndpoint(endpoint);
                return next(context);
            });
            app.UseIpPolicies();
            app.UseRouting();
            app.UseEndpoints(static _ => { });
            app.Run(static context => context.Response.WriteAsync("ok"));
        });
    }
}
