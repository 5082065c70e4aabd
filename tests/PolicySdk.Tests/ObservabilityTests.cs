using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace PolicySdk.Tests;

/// <summary>What operators see of decisions, and what they must never see.</summary>
public sealed class ObservabilityTests
{
    [Fact]
    public async Task A_refusal_is_logged_with_all_that_explains_it()
    {
        await using var app = await TestApp.StartAsync(MapOffice);

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/files/a", "127.0.0.9"));

        var record = Assert.Single(app.Logs);
        Assert.Equal((1, "Rejected", LogLevel.Warning), (record.Id.Id, record.Id.Name, record.Level));
        Assert.Equal("HTTP: GET /files/{name}", record.GetStructuredStateValue("Endpoint"));
        Assert.Equal("127.0.0.9", record.GetStructuredStateValue("Address"));
        Assert.Equal("blocked", record.GetStructuredStateValue("Reason"));
        Assert.Equal("office", record.GetStructuredStateValue("Policy"));
        Assert.Equal(TestPolicy.ShownRevision, record.GetStructuredStateValue("Revision"));
        Assert.Equal("policies/office.policy.yaml:9", record.GetStructuredStateValue("Entry"));
    }

    [Fact]
    public async Task An_allowed_request_is_logged_for_debugging()
    {
        await using var app = await TestApp.StartAsync(MapOffice);

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/files/a"));

        var record = Assert.Single(app.Logs);
        Assert.Equal((3, "Allowed", LogLevel.Debug), (record.Id.Id, record.Id.Name, record.Level));
        Assert.Equal("policies/company.networks.yaml:6", record.GetStructuredStateValue("Entry"));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.77")]
    public async Task Nothing_of_the_request_but_address_and_client_is_logged(string from)
    {
        await using var app = await TestApp.StartAsync(MapOffice);

        await app.StatusAsync(
            "/files/path-secret%0aforged?token=query-secret", from, ("Authorization", "Bearer header-secret"), ("Cookie", "id=cookie-secret"));

        var text = string.Join('\n', app.Logs.Select(static record => record.Message + string.Join(' ', record.StructuredState!)));
        Assert.NotEmpty(text);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("forged", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", "office", "listed")]
    [InlineData("127.0.0.9", "office", "blocked")]
    [InlineData("127.0.0.77", "office", "not_listed")]
    public async Task Decisions_are_counted_and_tagged_on_the_activity(string from, string policy, string result)
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Microsoft.AspNetCore",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        Activity? activity = null;
        await using var app = await TestApp.StartAsync(app =>
        {
            app.Use((context, next) =>
            {
                activity = context.Features.Get<IHttpActivityFeature>()?.Activity;
                return next(context);
            });
            MapOffice(app);
        });

        await app.StatusAsync("/files/a", from);

        var counted = Assert.Single(app.Requests.GetMeasurementSnapshot());
        Assert.Equal(1, counted.Value);
        Assert.Equal(
            [new("policysdk.policy", policy), new("policysdk.result", result)],
            counted.Tags.OrderBy(static tag => tag.Key, StringComparer.Ordinal));
        Assert.Equal((policy, result), (activity?.GetTagItem("policysdk.policy"), activity?.GetTagItem("policysdk.result")));
    }

    [Fact]
    public async Task A_client_id_cannot_forge_the_log()
    {
        await using var app = await TestApp.StartAsync(
            static app => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Partner>(),
            static options => options.ClientId = static _ => "x\nwarn: all is well\u2028" + new string('y', 1000));

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.2"));

        Assert.Equal("x?warn: all is well?" + new string('y', 44) + "...", Assert.Single(app.Logs).GetStructuredStateValue("Client"));
    }

    private static void MapOffice(WebApplication app) => app.MapGet("/files/{name}", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
}
