using System.Net;
using Microsoft.AspNetCore.Builder;

namespace PolicySdk.Tests;

/// <summary>The page on report mode: each result that it lists is let through, or is not, over sockets.</summary>
public sealed class ReportModePageTests
{
    private static readonly Dictionary<string, Func<Task<TestApp>>> Situations = new()
    {
        ["not_listed"] = static () => StartAsync(),
        ["blocked"] = static () => StartAsync(),
        ["no_client"] = static () => StartAsync(),
        ["unknown_client"] = static () => StartAsync(static options => options.ClientId = static _ => "nobody"),
        ["not_in_force"] = static () => StartAsync(),
        ["no_address"] = static () => StartAsync(use: static app => app.Use(static (context, next) =>
        {
            context.Connection.RemoteIpAddress = null;
            return next(context);
        })),
        ["trusted_proxy"] = static () => StartAsync(static options => options.UseClientAddress<Proxies>()),
        ["malformed_forwarded_header"] = static () => StartAsync(static options => options.UseClientAddress<Proxies>(), static app => app.UseForwardedHeaders()),
        ["unverified_address"] = static () => StartAsync(use: static app => app.Use(static (context, next) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse("127.0.0.8");
            return next(context);
        })),
        ["client_fault"] = static () => StartAsync(static options => options.ClientId = static _ => throw new FormatException()),
        ["client_timeout"] = static () => StartAsync(static options =>
        {
            options.ClientIdAsync = static async (_, canceled) =>
            {
                await Task.Delay(Timeout.Infinite, canceled);
                return null;
            };
        }),
        ["client_canceled"] = static () => StartAsync(static options => options.ClientIdAsync = static (_, _) => ValueTask.FromCanceled<string?>(new(canceled: true))),
        ["invalid_policy"] = static () => TestApp.StartAsync(static app => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Invalid>()),
    };

    private static readonly Dictionary<string, string> Callers = new()
    {
        ["not_listed"] = "127.0.0.77",
        ["blocked"] = "127.0.0.9",
        ["not_in_force"] = "127.0.0.3",
        ["malformed_forwarded_header"] = "127.0.0.6",
        ["trusted_proxy"] = "127.0.0.6",
    };

    public static TheoryData<string, bool> Results => new(
        from row in DocsPage.Rows("report-mode.md", "| would be |")
        from result in row[0].Split('`').Where(Situations.ContainsKey)
        select (result, row[1].Trim('*').StartsWith("goes on", StringComparison.Ordinal)));

    [Fact]
    public void Every_result_is_on_the_page() => Assert.Equal(Situations.Keys.Order(StringComparer.Ordinal), Results.Select(static row => row.Data.Item1).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Results))]
    public async Task A_result_is_let_through_or_not_as_the_page_says(string result, bool goesOn)
    {
        await using var app = await Situations[result]();

        (string, string)[] headers = result == "malformed_forwarded_header" ? [("X-Forwarded-For", "unknown")] : [];
        var answer = app.StatusAsync("/", Callers.GetValueOrDefault(result, "127.0.0.2"), headers);
        while (!answer.IsCompleted && result == "client_timeout")
        {
            // The look-up may begin after the first step.
            app.Time.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAny(answer, Task.Delay(20, TestContext.Current.CancellationToken));
        }

        Assert.Equal(goesOn ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, await answer);
        Assert.Equal(goesOn ? "reported" : result, app.Requests.LastMeasurement?.Tags["policysdk.result"]);
        Assert.Contains(app.Logs, record => record.Id.Id == (goesOn ? 2 : 1) && record.Message.Contains($": {result} by policy ", StringComparison.Ordinal));
    }

    private static Task<TestApp> StartAsync(Action<IpPolicyOptions>? options = null, Action<WebApplication>? use = null) => TestApp.StartAsync(
        app =>
        {
            use?.Invoke(app);
            app.MapGet("/", static () => "ok").RequireIpPolicy<ReportingPartner>();
        },
        options);

    /// <summary>Reports what would be refused: 127.0.0.2 to whom is not acme, 127.0.0.3 on any other day, 127.0.0.9 always.</summary>
    private sealed class ReportingPartner : TestPolicy
    {
        public override string Name => "reporting-partner";

        public override DateOnly? ReportUntil => new DateOnly(2040, 1, 1);

        protected override string[] CreateClientIds() => ["acme"];

        protected override int MatchIPv4(int list, uint address) => (list, address) switch
        {
            (BlockList, 0x7F000009) => 0,
            (AnyoneList, 0x7F000002 or 0x7F000003 or 0x7F000009) => 0,
            (AllowList, 0x7F000003) => Choice(0),
            (FirstClientList, 0x7F000002) => 0,
            _ => None,
        };

        protected override int Choose(int choice, in IpPolicyConditions now) => Lapsed(0);

        protected override int FindClient(string clientId) => clientId == "acme" ? FirstClientList : None;
    }

    private sealed class Proxies : TestClientAddress
    {
        protected override string[] CreateTrustedProxies() => ["127.0.0.6/32"];
    }
}
