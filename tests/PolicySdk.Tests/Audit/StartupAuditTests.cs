using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace PolicySdk.Tests.Audit;

/// <summary>What the log says of endpoints when the application has started.</summary>
public sealed class StartupAuditTests
{
    private const string Advice = "Write RequireIpPolicy<IpPolicies.NameOfPolicy>() or AllowAnyAddress(\"reason\") on each, or on what is around it:";

    [Fact]
    public async Task Endpoints_that_nobody_gave_a_policy_are_told_in_one_block()
    {
        await using var app = await TestApp.StartAsync(static app =>
        {
            app.MapGet("/listed", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
            app.MapGet("/silent/{id}", static () => "ok");
            app.MapMethods("/both", ["GET", "PUT"], static () => "ok").WithDisplayName("Both");
            app.Map("/any", static () => "ok").WithDisplayName("Any");
        });

        var record = Assert.Single(app.AuditLogs, static record => record.Level == LogLevel.Warning);
        Assert.Equal((7, "Unprotected"), (record.Id.Id, record.Id.Name));
        Assert.Equal(
            $"Endpoints with neither a policy nor a reason to be open: 3. All requests to them are refused. {Advice}\n"
            + "  HTTP: GET /silent/{id}\n  GET, PUT /both (Both)\n  * /any (Any)",
            record.Message);
    }

    [Fact]
    public async Task A_summary_counts_policies_entries_and_endpoints()
    {
        await using var app = await TestApp.StartAsync(static app =>
        {
            app.MapGet("/listed", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
            app.MapGroup("/group").RequireIpPolicy<TestPolicies.Office>().MapGet("/{id}", static () => "ok").RequireIpPolicy<TestPolicies.Partner>();
            app.MapGet("/open", static () => "ok").AllowAnyAddress("documentation");
            app.MapGet("/silent", static () => "ok");
        });

        AssertSummary(app, "2 policies, 6 entries, 2 endpoints protected, 1 open, 1 refused");
    }

    [Fact]
    public async Task A_fallback_policy_protects()
    {
        await using var app = await TestApp.StartAsync(
            static app => app.MapGet("/silent", static () => "ok"), static options => options.UseFallbackPolicy<TestPolicies.Office>());

        AssertSummary(app, "2 policies, 6 entries, 1 endpoints protected, 0 open, 0 refused");
        Assert.DoesNotContain(app.AuditLogs, static record => record.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task Endpoints_that_are_left_without_check_are_not_called_refused()
    {
        await using var app = await TestApp.StartAsync(
            static app => app.MapGet("/silent", static () => "ok"), static options => options.AllowEndpointsWithoutPolicy = true);

        AssertSummary(app, "2 policies, 6 entries, 0 endpoints protected, 0 open, 0 refused, 1 unchecked");
        var record = Assert.Single(app.AuditLogs, static record => record.Level == LogLevel.Warning);
        Assert.Contains("AllowEndpointsWithoutPolicy lets any address call them without any check", record.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("refused", record.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_without_endpoints_has_a_summary_all_the_same()
    {
        await using var app = await TestApp.StartAsync(static _ => { });

        AssertSummary(app, "2 policies, 6 entries, 0 endpoints protected, 0 open, 0 refused");
        Assert.Single(app.AuditLogs);
    }

    [Fact]
    public async Task What_is_open_is_told_with_its_reason_for_debugging()
    {
        await using var app = await TestApp.StartAsync(static app =>
        {
            app.MapGroup("/group").AllowAnyAddress("the group's reason").MapGet("/a", static () => "ok").AllowAnyAddress("the nearest reason");
            app.MapGet("/b", [AllowAnyAddress("an attribute's reason")] () => "ok");
        });

        var record = Assert.Single(app.AuditLogs, static record => record.Level == LogLevel.Debug);
        Assert.Equal((9, "OpenEndpoints"), (record.Id.Id, record.Id.Name));
        Assert.Equal(
            "Endpoints that any address may call: 2.\n  HTTP: GET /group/a: the nearest reason\n  HTTP: GET /b: an attribute's reason", record.Message);
    }

    [Fact]
    public async Task The_block_is_bounded()
    {
        await using var app = await TestApp.StartAsync(static app =>
        {
            for (var i = 0; i < 23; i++)
            {
                app.MapGet($"/silent/{i}", static () => "ok");
            }
        });

        var record = Assert.Single(app.AuditLogs, static record => record.Level == LogLevel.Warning);
        Assert.Equal("23", record.GetStructuredStateValue("Count"));
        var lines = record.Message.Split('\n');
        Assert.Equal(22, lines.Length);
        Assert.Equal("  and 3 more", lines[^1]);
    }

    [Fact]
    public async Task A_route_cannot_forge_the_log()
    {
        await using var app = await TestApp.StartAsync(static app =>
        {
            app.MapGet("/a\nwarn: all is well", static () => "ok").WithDisplayName("x\u2028y");
            app.MapGet("/" + new string('b', 1000), static () => "ok");
        });

        var lines = Assert.Single(app.AuditLogs, static record => record.Level == LogLevel.Warning).Message.Split('\n');
        Assert.Equal("  GET /a?warn: all is well (x?y)", lines[1]);
        Assert.Equal("  HTTP: GET /" + new string('b', 189) + "...", lines[2]);
    }

    [Fact]
    public async Task A_log_that_throws_does_not_end_the_application()
    {
        await using var app = await TestApp.StartAsync(
            static app => app.MapGet("/silent", static () => "ok"),
            build: static builder => builder.Logging.AddProvider(new ThrowingLogs("PolicySdk.IpPolicies.Audit")));

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, await app.StatusAsync("/silent"));
    }

    [Fact]
    public async Task A_source_that_throws_is_told_and_the_others_are_audited()
    {
        await using var app = await TestApp.StartAsync(static app =>
        {
            ((IEndpointRouteBuilder)app).DataSources.Add(new ChangingEndpoints { Fails = true });
            app.MapGet("/silent", static () => "ok");
        });

        var record = Assert.Single(app.AuditLogs, static record => record.Level == LogLevel.Error);
        Assert.Equal((10, "AuditFault"), (record.Id.Id, record.Id.Name));
        Assert.Equal(typeof(ChangingEndpoints).FullName, record.GetStructuredStateValue("Source"));
        Assert.Equal("System.FormatException", record.GetStructuredStateValue("ExceptionType"));
        Assert.DoesNotContain("secret-of-the-source", record.Message, StringComparison.Ordinal);
        AssertSummary(app, "2 policies, 6 entries, 0 endpoints protected, 0 open, 1 refused");
    }

    private static void AssertSummary(TestApp app, string expected)
    {
        var record = Assert.Single(app.AuditLogs, static record => record.Level == LogLevel.Information);
        Assert.Equal((6, "Summary", expected), (record.Id.Id, record.Id.Name, record.Message));
    }
}
