using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;

namespace PolicySdk.Tests;

/// <summary>Who calls: by a claim, by an API key, or by a look-up. Whatever goes wrong refuses, each for a reason of its own.</summary>
public sealed class ClientSelectorTests
{
    private const string OfAcme = "127.0.0.2";

    [Theory]
    [InlineData("client_id=acme", HttpStatusCode.OK, "listed_for_client")]
    [InlineData("CLIENT_ID=acme", HttpStatusCode.OK, "listed_for_client")]
    [InlineData("client_id=acme;client_id=acme", HttpStatusCode.OK, "listed_for_client")]
    [InlineData("client_id=acme;client_id=zenith", HttpStatusCode.Unauthorized, "unknown_client")]
    [InlineData("client_id=", HttpStatusCode.Unauthorized, "unknown_client")]
    [InlineData("name=acme", HttpStatusCode.Unauthorized, "no_client")]
    [InlineData("anonymous;client_id=acme", HttpStatusCode.Unauthorized, "no_client")]
    public async Task A_claim_names_the_client_of_an_authenticated_caller(string claims, HttpStatusCode expected, string result)
    {
        var parts = claims.Split(';');
        var identity = new ClaimsIdentity(
            parts.Where(static part => part.Contains('=')).Select(static part => new Claim(part.Split('=')[0], part.Split('=')[1])), parts[0] == "anonymous" ? null : "test");
        await using var app = await TestApp.StartAsync(
            app =>
            {
                app.Use((context, next) =>
                {
                    context.User = new(identity);
                    return next(context);
                });
                MapPartner(app);
            },
            static options => options.UseClientClaim("client_id"));

        await AssertAsync(app, expected, result);
    }

    [Theory]
    [InlineData("key of acme", HttpStatusCode.OK, "listed_for_client")]
    [InlineData("key of zenith", HttpStatusCode.Unauthorized, "not_listed")]
    [InlineData("key of nobody", HttpStatusCode.Unauthorized, "unknown_client")]
    [InlineData("", HttpStatusCode.Unauthorized, "unknown_client")]
    [InlineData(null, HttpStatusCode.Unauthorized, "no_client")]
    [InlineData("key of acme|key of acme", HttpStatusCode.Unauthorized, "unknown_client")]
    public async Task An_API_key_names_the_client_by_its_hash(string? keys, HttpStatusCode expected, string result)
    {
        await using var app = await TestApp.StartAsync(
            MapPartner, static options => options.UseClientApiKeys("X-Api-Key", new Dictionary<string, string> { ["acme"] = HashOf("key of acme"), ["zenith"] = HashOf("key of zenith").ToUpperInvariant() }));

        await AssertAsync(app, expected, result, [.. (keys?.Split('|') ?? []).Select(static key => ("X-Api-Key", key))]);
        Assert.DoesNotContain(app.AllLogs, static record => record.Message.Contains("key of", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("acme", "key of acme", "SHA-256")]
    [InlineData("acme", "", "SHA-256")]
    [InlineData("", "of acme", "id")]
    public void What_is_no_hash_is_no_key(string client, string key, string expected)
    {
        var hash = key == "of acme" ? HashOf(key) : key;

        var exception = Assert.Throws<ArgumentException>(() => new IpPolicyOptions().UseClientApiKeys("X-Api-Key", new Dictionary<string, string> { [client] = hash }));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("key of acme", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_clients_with_one_key_are_refused()
    {
        var keys = new Dictionary<string, string> { ["acme"] = HashOf("key"), ["zenith"] = HashOf("key") };

        Assert.Contains("'acme' and 'zenith'", Assert.Throws<ArgumentException>(() => new IpPolicyOptions().UseClientApiKeys("X-Api-Key", keys)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_look_up_names_the_client(bool takesTime)
    {
        await using var app = await TestApp.StartAsync(MapPartner, options => options.ClientIdAsync = async (context, _) =>
        {
            if (takesTime)
            {
                await Task.Yield();
            }

            return context.Request.Headers["X-Client"];
        });

        await AssertAsync(app, HttpStatusCode.OK, "listed_for_client", ("X-Client", "acme"));
        await AssertAsync(app, HttpStatusCode.Unauthorized, "unknown_client", ("X-Client", "nobody"));
        await AssertAsync(app, HttpStatusCode.Unauthorized, "no_client");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_look_up_that_takes_too_long_is_given_up(bool listens)
    {
        var asked = new TaskCompletionSource();
        await using var app = await TestApp.StartAsync(MapPartner, options => options.ClientIdAsync = async (_, canceled) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, listens ? canceled : CancellationToken.None);
            return "acme";
        });

        var answer = app.StatusAsync("/", OfAcme);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        app.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(HttpStatusCode.Unauthorized, await answer);
        Assert.Equal("client_timeout", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    [Fact]
    public async Task A_look_up_that_cancels_itself_refuses()
    {
        await using var app = await TestApp.StartAsync(MapPartner, static options => options.ClientIdAsync = static (_, _) => ValueTask.FromCanceled<string?>(new(canceled: true)));

        await AssertAsync(app, HttpStatusCode.Unauthorized, "client_canceled");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_look_up_that_fails_refuses_and_its_message_is_not_logged(bool later)
    {
        await using var app = await TestApp.StartAsync(MapPartner, options => options.ClientIdAsync = later ? FailLater : static (_, _) => throw new FormatException("secret"));

        await AssertAsync(app, HttpStatusCode.Unauthorized, "client_fault");
        Assert.DoesNotContain(app.AllLogs, static record => record.Message.Contains("secret", StringComparison.Ordinal));

        static async ValueTask<string?> FailLater(Microsoft.AspNetCore.Http.HttpContext context, CancellationToken canceled)
        {
            await Task.Yield();
            throw new FormatException("secret");
        }
    }

    [Fact]
    public async Task Nobody_is_looked_up_for_an_address_that_no_list_holds()
    {
        var calls = 0;
        await using var app = await TestApp.StartAsync(MapPartner, options => options.ClientId = _ =>
        {
            calls++;
            return "acme";
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", "127.0.0.77"));
        Assert.Equal(0, calls);
        Assert.Single(app.Requests.GetMeasurementSnapshot());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(61)]
    public async Task A_time_limit_that_is_none_does_not_start(int seconds)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(MapPartner, options => options.ClientIdTimeout = TimeSpan.FromSeconds(seconds)));

        Assert.Contains("ClientIdTimeout", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_selectors_do_not_start() => Assert.Contains("ClientIdAsync", (await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(MapPartner, static options =>
    {
        options.ClientId = static _ => "acme";
        options.ClientIdAsync = static (_, _) => new("acme");
    }))).Message, StringComparison.Ordinal);

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static void MapPartner(WebApplication app) => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Partner>();

    private static async Task AssertAsync(TestApp app, HttpStatusCode expected, string result, params (string Name, string Value)[] headers)
    {
        Assert.Equal(expected, await app.StatusAsync("/", OfAcme, headers));
        Assert.Equal(result, app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }
}
