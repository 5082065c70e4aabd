using System.Net;
using Microsoft.AspNetCore.Builder;

namespace PolicySdk.Tests;

/// <summary>Lists of clients: who calls is asked once, and only where it can matter.</summary>
public sealed class ClientTests
{
    [Theory]
    [InlineData("127.0.0.2", "acme", HttpStatusCode.OK, "listed_for_client")]
    [InlineData("127.0.0.2", "zenith", HttpStatusCode.Unauthorized, "not_listed")]
    [InlineData("127.0.0.2", "nobody", HttpStatusCode.Unauthorized, "unknown_client")]
    [InlineData("127.0.0.2", null, HttpStatusCode.Unauthorized, "no_client")]
    [InlineData("127.0.0.1", null, HttpStatusCode.OK, "listed")]
    [InlineData("127.0.0.4", "acme", HttpStatusCode.Unauthorized, "not_listed")]
    public async Task A_client_has_its_own_list(string from, string? client, HttpStatusCode expected, string result)
    {
        await using var app = await TestApp.StartAsync(MapPartner, static options => options.ClientId = static context => context.Request.Headers["X-Client"]);

        Assert.Equal(expected, client is null ? await app.StatusAsync("/", from) : await app.StatusAsync("/", from, ("X-Client", client)));
        Assert.Equal(result, app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    [Fact]
    public async Task Without_a_selector_only_the_shared_list_counts()
    {
        await using var app = await TestApp.StartAsync(MapPartner);

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.2"));
    }

    [Fact]
    public async Task A_selector_that_fails_refuses_even_a_shared_address_and_its_message_is_not_logged()
    {
        await using var app = await TestApp.StartAsync(
            MapPartner, static options => options.ClientId = static _ => throw new FormatException("Bearer secret-token"));

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/"));
        Assert.Equal("client_fault", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
        Assert.Equal([4, 1], app.Logs.Select(static record => record.Id.Id));
        Assert.DoesNotContain(app.Logs, static record => record.Message.Contains("secret-token", StringComparison.Ordinal));
        Assert.Contains("FormatException", app.Logs[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_selector_runs_once_and_only_for_policies_with_clients()
    {
        var calls = 0;
        await using var app = await TestApp.StartAsync(
            static app =>
            {
                app.UseIpPolicies();
                app.MapGet("/office", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
                app.MapGet("/both", static () => "ok").RequireIpPolicy<TestPolicies.Office>().RequireIpPolicy<TestPolicies.Partner>();
            },
            options => options.ClientId = _ =>
            {
                Interlocked.Increment(ref calls);
                return "acme";
            });

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/office"));
        Assert.Equal(0, calls);
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/both", "127.0.0.2"));
        Assert.Equal(1, calls);
    }

    private static void MapPartner(WebApplication app) => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Partner>();
}
