using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using PolicySdk.Audit;
using PolicySdk.Enforcement;

namespace PolicySdk.Tests.Audit;

/// <summary>Endpoints of every kind are classified as the enforcement treats them.</summary>
public sealed class EndpointInventoryTests
{
    [Fact]
    public async Task Tells_route_methods_policies_and_reason()
    {
        var endpoints = await ReadAsync(static app =>
        {
            app.MapGroup("/group").RequireIpPolicy<TestPolicies.Office>().MapPost("{id}", static () => "ok").RequireIpPolicy<TestPolicies.Partner>();
            app.MapGet("/open", static () => "ok").AllowAnyAddress("documentation");
        });

        Assert.Equal(2, endpoints.Count);
        Assert.Equal(("/group/{id}", "POST", EndpointState.Protected, null), (endpoints[0].Route, endpoints[0].MethodText, endpoints[0].State, endpoints[0].Reason));
        Assert.Equal(["office", "partner"], endpoints[0].Policies.Select(static policy => policy.Name));
        Assert.Equal(("/open", "GET", EndpointState.Open, "documentation"), (endpoints[1].Route, endpoints[1].MethodText, endpoints[1].State, endpoints[1].Reason));
        Assert.Empty(endpoints[1].Policies);
    }

    [Fact]
    public async Task A_fallback_policy_is_among_the_policies()
    {
        var endpoints = await ReadAsync(
            static app => app.MapGet("/silent", static () => "ok"), static options => options.UseFallbackPolicy<TestPolicies.Office>());

        Assert.Equal("office", Assert.Single(Assert.Single(endpoints).Policies).Name);
    }

    [Fact]
    public async Task Attributes_of_controllers_are_nearer_than_what_all_controllers_get()
    {
        var endpoints = await ReadAsync(static app => app.MapControllers().AllowAnyAddress("a prototype"), build: AddControllers);

        Assert.Equal(
            [
                "/controller/action Protected office", "/controller/attribute Protected office", "/controller/narrower Protected office partner",
                "/controller/open Open shown to everybody", "/controller/silent Open a prototype",
            ],
            Shown(endpoints));
    }

    [Fact]
    public async Task Conventional_routes_count_only_where_an_action_answers()
    {
        var endpoints = await ReadAsync(static app => app.MapControllerRoute("default", "{controller}/{action}"), build: AddControllers);

        // Not the endpoint of the route itself, by which links are generated.
        Assert.Equal(
            ["/{controller}/{action} Open a notice", "/{controller}/{action} Protected office", "/{controller}/{action} Refused"],
            Shown(endpoints.Where(static endpoint => endpoint.DisplayName.Contains("PlainController", StringComparison.Ordinal))));
        Assert.Equal(5 + 3, endpoints.Count);
    }

    [Fact]
    public async Task Hubs_health_checks_fallbacks_and_short_circuits_count()
    {
        var endpoints = await ReadAsync(
            static app =>
            {
                app.MapHub<OpenHub>("/hub");
                app.MapHealthChecks("/healthz").RequireIpPolicy<TestPolicies.Office>();
                app.MapGet("/short", static () => "ok").ShortCircuit();
                app.MapShortCircuit(404, "robots.txt");
                app.MapFallback(static () => "ok");
            },
            build: static builder =>
            {
                builder.Services.AddSignalR();
                builder.Services.AddHealthChecks();
            });

        Assert.Equal(
            [
                "/healthz Protected office", "/hub Open a game", "/hub/negotiate Open a game", "/robots.txt/{**catchall} Refused", "/short Refused",
                "/{*path:nonfile} Refused",
            ],
            Shown(endpoints));
    }

    [Fact]
    public async Task Endpoints_of_a_branch_count()
    {
        var endpoints = await ReadAsync(static app => app.Map("/branch", static branch =>
        {
            branch.UseRouting();
            branch.UseEndpoints(static endpoints => endpoints.MapGet("/silent", static () => "ok"));
        }));

        Assert.Equal(["/silent Refused"], Shown(endpoints));
    }

    [Fact]
    public async Task What_routing_never_matches_does_not_count()
    {
        var source = new FixedEndpoints(
            ChangingEndpoints.Create("/suppressed", new SuppressMatchingMetadata()),
            new Endpoint(static _ => Task.CompletedTask, EndpointMetadataCollection.Empty, "no route"),
            new Endpoint(requestDelegate: null, new(new RequireIpPolicyAttribute<TestPolicies.Office>()), "no delegate"));

        Assert.Empty(await ReadAsync(app => ((IEndpointRouteBuilder)app).DataSources.Add(source)));
    }

    internal static async Task<IReadOnlyList<AuditedEndpoint>> ReadAsync(
        Action<WebApplication> map, Action<IpPolicyOptions>? options = null, Action<WebApplicationBuilder>? build = null)
    {
        await using var app = await TestApp.StartAsync(map, options, build);
        var snapshot = app.Services.GetRequiredService<EndpointInventory>().Read();
        Assert.Empty(snapshot.Faults);
        return snapshot.Endpoints;
    }

    internal static IEnumerable<string> Shown(IEnumerable<AuditedEndpoint> endpoints) => endpoints
        .Select(static one => string.Join(' ', [one.Route ?? "-", $"{one.State}", .. one.Policies.Select(static policy => policy.Name), one.Reason]).TrimEnd())
        .Order(StringComparer.Ordinal);

    private static void AddControllers(WebApplicationBuilder builder) => builder.Services.AddControllers().AddTestControllers();

    [AllowAnyAddress("a game")]
    private sealed class OpenHub : Hub;
}
