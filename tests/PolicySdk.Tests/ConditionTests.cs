using System.Net;
using Microsoft.AspNetCore.Builder;

namespace PolicySdk.Tests;

/// <summary>The day and the environment are those of the host, at the time of the request.</summary>
public sealed class ConditionTests
{
    private static readonly TimeSpan UntilMidnightOfLastDay = TimeSpan.FromHours(36);

    [Fact]
    public async Task An_entry_counts_until_the_last_moment_of_its_last_day()
    {
        await using var app = await TestApp.StartAsync(static app => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Conditional>());

        app.Time.Advance(UntilMidnightOfLastDay - TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/"));
        app.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/"));
        Assert.Equal("not_in_force", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
        Assert.Contains("policies/conditional.policy.yaml:4", app.Logs[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_follow_a_clock_that_jumps()
    {
        await using var app = await TestApp.StartAsync(static app => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Conditional>());

        app.Time.AdjustTime(TestApp.Start.AddYears(10));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/"));
        app.Time.AdjustTime(TestApp.Start.AddYears(-10));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/"));
        app.Time.AdjustTime(DateTimeOffset.MaxValue);
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/"));
    }

    [Fact]
    public async Task Reporting_ends_with_the_last_moment_of_its_last_day()
    {
        await using var app = await TestApp.StartAsync(static app =>
        {
            app.UseIpPolicies();
            app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Reporting>();
        });

        app.Time.Advance(UntilMidnightOfLastDay - TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/"));
        Assert.Equal("reported", Assert.Single(app.Requests.GetMeasurementSnapshot()).Tags["policysdk.result"]);
        Assert.Equal(2, Assert.Single(app.Logs).Id.Id);
        Assert.Contains("not_listed", app.Logs[0].Message, StringComparison.Ordinal);

        app.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/"));
        Assert.Equal("not_listed", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    [Fact]
    public async Task A_report_of_one_policy_does_not_open_what_another_refuses()
    {
        await using var app = await TestApp.StartAsync(static app => app.MapGet("/", static () => "ok")
            .RequireIpPolicy<TestPolicies.Reporting>().RequireIpPolicy<TestPolicies.Elsewhere>());

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/"));
        Assert.Equal("elsewhere", Assert.Single(app.Requests.GetMeasurementSnapshot()).Tags["policysdk.policy"]);
    }

    [Theory]
    [InlineData("Development", HttpStatusCode.OK)]
    [InlineData("Production", HttpStatusCode.Unauthorized)]
    public async Task The_environment_is_that_of_the_host(string environment, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartAsync(
            static app => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Conditional>(),
            environment: environment);

        Assert.Equal(expected, await app.StatusAsync("/", "127.0.0.2"));
    }
}
