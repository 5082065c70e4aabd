using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging.Testing;
using PolicySdk.Audit;

namespace PolicySdk.Tests.Audit;

/// <summary>Endpoints that come after start-up are audited again, however often their source changes.</summary>
public sealed class LaterEndpointTests
{
    [Fact]
    public async Task Only_the_newly_unprotected_are_told()
    {
        var source = new ChangingEndpoints().Hold("/first");
        await using var app = await StartAsync(source);

        source.Change("/first", "/second");
        await WaitForLookAsync(app, source);

        var record = Assert.Single(Later(app));
        Assert.Equal((8, "UnprotectedLater"), (record.Id.Id, record.Id.Name));
        Assert.StartsWith("Endpoints that came after start-up, with neither a policy nor a reason to be open: 1. All requests", record.Message, StringComparison.Ordinal);
        Assert.EndsWith(":\n  * /second (silent /second)", record.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/second"));
    }

    [Fact]
    public async Task A_later_one_does_not_stop_a_running_host()
    {
        var source = new ChangingEndpoints();
        await using var app = await StartAsync(source, static options => options.StopOnUnprotectedEndpoints = true);

        source.Change("/late");
        await WaitForLookAsync(app, source);

        Assert.Single(Later(app));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/late"));
    }

    [Fact]
    public async Task A_change_that_brings_nothing_new_is_silent()
    {
        var source = new ChangingEndpoints().Hold("/first");
        await using var app = await StartAsync(source);

        source.Change("/first");
        await WaitForLookAsync(app, source);

        Assert.Empty(Later(app));
    }

    [Fact]
    public async Task A_source_that_changes_endlessly_is_looked_at_once_a_minute()
    {
        var source = new ChangingEndpoints();
        await using var app = await StartAsync(source);
        source.Change("/0");
        await WaitForLookAsync(app, source);
        var reads = source.Reads;

        for (var i = 1; i < 1000; i++)
        {
            source.Change($"/{i}");
        }

        for (var elapsed = TimeSpan.Zero; elapsed < EndpointChanges.Pause; elapsed += EndpointChanges.Pause / 4)
        {
            Assert.Equal(reads, source.Reads);
            app.Time.Advance(EndpointChanges.Pause / 4.1);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await WaitForLookAsync(app, source);
        Assert.Equal(reads + 1, source.Reads);
        Assert.Equal(2, Later(app).Count);
    }

    [Fact]
    public async Task A_source_that_begins_to_throw_is_told_and_the_host_goes_on()
    {
        var source = new ChangingEndpoints();
        await using var app = await StartAsync(source);

        source.Fails = true;
        source.Tell();
        await WaitForLookAsync(app, source);

        Assert.Single(app.AuditLogs, static record => record.Id.Id == 10);
        source.Fails = false;
        source.Change("/late");
        await WaitForLookAsync(app, source);
        Assert.Single(Later(app));
    }

    [Fact]
    public async Task Nothing_is_looked_at_after_the_host_has_stopped()
    {
        var source = new ChangingEndpoints();
        await using var app = await StartAsync(source);
        source.Change("/early");
        await app.StopAsync();
        var reads = source.Reads;

        source.Change("/late");
        app.Time.Advance(EndpointChanges.Pause * 2);
        await Task.Delay(200, TestContext.Current.CancellationToken);

        Assert.Equal(reads, source.Reads);
        Assert.Empty(Later(app));
    }

    private static Task<TestApp> StartAsync(ChangingEndpoints source, Action<IpPolicyOptions>? options = null) =>
        TestApp.StartAsync(app => ((IEndpointRouteBuilder)app).DataSources.Add(source), options);

    private static List<FakeLogRecord> Later(TestApp app) => [.. app.AuditLogs.Where(static record => record.Id.Id == 8)];

    /// <summary>Lets time pass until somebody has read the source again, and what follows is logged.</summary>
    private static async Task WaitForLookAsync(TestApp app, ChangingEndpoints source)
    {
        var reads = source.Reads;
        for (var i = 0; source.Reads == reads; i++)
        {
            Assert.True(i < 500, "Nobody looked at the change.");
            app.Time.Advance(EndpointChanges.Settling);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await Task.Delay(100, TestContext.Current.CancellationToken);
    }
}
