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

    [Fact]
    public void A_clock_that_is_set_neither_ends_the_bound_nor_keeps_the_log_silent()
    {
        var time = new WallClock { UtcNow = TestApp.Start };
        var budget = new LogBudget(time);
        for (var i = 0; i < LogBudget.PerSecond; i++)
        {
            Assert.True(budget.TryBegin(out _));
            budget.End();
        }

        time.UtcNow = TestApp.Start.AddYears(1);
        Assert.False(budget.TryBegin(out _));
        time.UtcNow = TestApp.Start.AddYears(-1);
        time.Elapsed = TimeSpan.FromSeconds(1);
        Assert.True(budget.TryBegin(out var leftOut));
        Assert.Equal(1, leftOut);
    }

    /// <summary>A clock that may be set, and time that goes on all the same.</summary>
    private sealed class WallClock : TimeProvider
    {
        internal DateTimeOffset UtcNow { get; set; }

        internal TimeSpan Elapsed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => UtcNow;

        public override long GetTimestamp() => Elapsed.Ticks;
    }
}
