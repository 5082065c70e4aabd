using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests.Audit;

/// <summary>What a dynamic route may lead to counts, by the policies of both.</summary>
public sealed class DynamicRouteTests
{
    [Fact]
    public async Task A_silent_route_leads_to_actions_that_count()
    {
        var shown = await ReadAsync(static app => app.MapFallbackToController("/fallback", "Silent", "Plain"));

        Assert.Contains("/fallback LeadsOn", shown);
        Assert.Equal(["- Open a notice", "- Protected office", "- Refused"], shown.Where(static line => line[0] == '-'));
    }

    [Fact]
    public async Task A_route_with_a_policy_leads_to_no_action_that_is_refused()
    {
        var shown = await ReadAsync(static app => app.MapFallbackToController("/fallback", "Silent", "Plain").RequireIpPolicy<TestPolicies.Partner>());

        Assert.Contains("/fallback Protected partner", shown);
        Assert.DoesNotContain("- Refused", shown);
        Assert.Contains("- Open a notice", shown);
    }

    [Fact]
    public async Task An_action_with_a_route_of_its_own_counts_once()
    {
        var shown = await ReadAsync(static app =>
        {
            app.MapControllers();
            app.MapFallbackToController("/fallback", "Guarded", "Plain");
        });

        Assert.Single(shown, static line => line == "/controller/silent Refused");
        Assert.Single(shown, static line => line == "- Refused");
    }

    [Fact]
    public async Task Without_a_dynamic_route_nothing_but_the_routes_counts() => Assert.DoesNotContain(
        await ReadAsync(static app => app.MapControllers()), static line => line[0] == '-');

    private static async Task<IReadOnlyList<string>> ReadAsync(Action<WebApplication> map) => [.. EndpointInventoryTests.Shown(
        await EndpointInventoryTests.ReadAsync(map, build: static builder => builder.Services.AddControllers().AddTestControllers()))];
}
