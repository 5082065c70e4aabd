using System.Net;
using Microsoft.AspNetCore.Builder;
using PolicySdk.Diagnostics;

namespace PolicySdk.Tests;

/// <summary>A flood of refused requests does not become a flood of log lines, and what is left out is told.</summary>
public sealed class LogFloodTests
{
    [Fact]
    public async Task A_flood_is_logged_up_to_a_bound_and_counted_in_full()
    {
        const int Surplus = 3;
        await using var app = await TestApp.StartAsync(static app => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>());

        for (var i = 0; i < LogBudget.PerSecond + Surplus; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.77"));
        }

        Assert.Equal(LogBudget.PerSecond, app.Logs.Count);
        Assert.Equal(LogBudget.PerSecond + Surplus, app.Requests.GetMeasurementSnapshot().Count);

        app.Time.Advance(TimeSpan.FromSeconds(1));
        await app.StatusAsync("/", "127.0.0.77");
        Assert.Equal([5, 1], app.Logs.Skip(LogBudget.PerSecond).Select(static record => record.Id.Id));
        Assert.Equal("3", app.Logs[^2].GetStructuredStateValue("Count"));
        Assert.Equal("Rejected", app.Logs[^2].GetStructuredStateValue("Event"));
    }
}
