using Microsoft.AspNetCore.Builder;

namespace PolicySdk.Tests.Orders;

/// <summary>An endpoint, whom it must let in, and in which orders it can.</summary>
internal sealed record Target(string Path, Func<string?, string, bool> Allows, Action<WebApplication, Delegate> Map)
{
    internal static IReadOnlyList<Target> All { get; } =
    [
        new("/office", Office, static (app, run) => app.MapGet("/office", run).RequireIpPolicy<TestPolicies.Office>()),
        new("/partner", Partner, static (app, run) => app.MapGet("/partner", run).RequireIpPolicy<TestPolicies.Partner>()),
        new("/short/office", Office, static (app, run) => app.MapGet("/short/office", run).RequireIpPolicy<TestPolicies.Office>().ShortCircuit()) { IsShort = true },
        new("/short/partner", Partner, static (app, run) => app.MapGet("/short/partner", run).RequireIpPolicy<TestPolicies.Partner>().ShortCircuit()) { IsShort = true },
        new("/authorized", Partner, static (app, run) => app.MapGet("/authorized", run).RequireIpPolicy<TestPolicies.Partner>().RequireAuthorization()) { IsAuthorized = true },
        new("/any/thing", Office, static (app, run) => app.MapFallback(run).RequireIpPolicy<TestPolicies.Office>()),
        new("/silent", static (_, _) => false, static (app, run) => app.MapGet("/silent", run)),
    ];

    private bool IsShort { get; init; }

    private bool IsAuthorized { get; init; }

    /// <summary>Whether somebody whom it must let in gets through in an order. Where it is no, all that is lost is an answer.</summary>
    internal bool IsReached(PipelineOrder order, string? address, bool isBehindProxy)
    {
        var runs = IsShort ? Step.Routing : Step.Endpoints;
        var knowsAddress = !isBehindProxy || (order.Has(Step.ForwardedHeaders, runs) && (IsShort || !order.Has(Step.Routing, Step.Policies, Step.ForwardedHeaders)));
        var knowsClient = Allows(address, "") || order.Has(Step.Authentication, runs);
        var isAuthorized = !IsAuthorized || (order.Has(Step.Routing, Step.Authorization) && order.Has(Step.Authentication, Step.Authorization));
        return knowsAddress && knowsClient && isAuthorized;
    }

    private static bool Office(string? address, string client) => address is "127.0.0.1" or "127.0.0.2";

    private static bool Partner(string? address, string client) => address == "127.0.0.1" || (address == "127.0.0.2" && client == "acme");
}
