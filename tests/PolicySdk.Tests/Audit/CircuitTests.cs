using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicySdk.Tests.Nearness;

namespace PolicySdk.Tests.Audit;

/// <summary>Within a circuit the browser goes to a component without a request that its policy could stop.</summary>
public sealed class CircuitTests
{
    [Fact]
    public async Task Components_with_policies_that_their_circuit_does_not_have_are_told()
    {
        await using var app = await TestApp.StartAsync(static app => Map(app).RequireIpPolicy<TestPolicies.Elsewhere>(), build: Add);

        var record = Assert.Single(app.AuditLogs, static record => record.Id.Id == 12);
        Assert.Equal((LogLevel.Warning, "ReachedByCircuit"), (record.Level, record.Id.Name));
        Assert.Contains("/components/Guarded", record.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("/components/Silent", record.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_that_stops_on_unprotected_endpoints_stops()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApp.StartAsync(
            static app => Map(app).RequireIpPolicy<TestPolicies.Elsewhere>(), static options => options.StopOnUnprotectedEndpoints = true, Add));

        Assert.Contains("Components whose policies are not asked within a circuit", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_told_where_the_circuit_has_them_too()
    {
        await using var app = await TestApp.StartAsync(static app => Map(app).RequireIpPolicy<TestPolicies.Office>(), build: Add);

        Assert.DoesNotContain(app.AuditLogs, static record => record.Id.Id == 12);
    }

    private static void Add(WebApplicationBuilder builder) => builder.Services.AddRazorComponents().AddInteractiveServerComponents();

    private static RazorComponentsEndpointConventionBuilder Map(WebApplication app)
    {
        app.UseAntiforgery();
        return app.MapRazorComponents<Components.Root>().AddInteractiveServerRenderMode();
    }
}
