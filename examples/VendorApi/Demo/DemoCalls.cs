using static System.Net.HttpStatusCode;

namespace VendorApi.Demo;

/// <summary>The calls of the demo, with the answers that the policy files promise.</summary>
internal static class DemoCalls
{
    private const string Core = "GET /v1/holdings/core";
    private const string Price = "GET /v1/prices/VND";
    private const string Webhook = "POST /webhooks/github";
    private const string Sandbox = "GET /sandbox/prices/VND";
    private const string Rejections = "GET /admin/rejections";
    private const string LoadBalancer = "127.0.0.10";
    private const string Acme = "acme-prod";
    private const string Birch = "birch-prod";

    private static readonly DateOnly AfterTheMove = new(2034, 7, 1);

    internal static IReadOnlyList<DemoCall> All { get; } =
    [
        new("own address", Core, "127.0.0.2", Acme, OK, "listed_for_client"),
        new("own address, IPv6", Core, "::1", Acme, OK, "listed_for_client"),
        new("own address, in a range", Price, "127.0.0.79", Acme, OK, "listed_for_client"),
        new("another customer's address", Core, "127.0.0.3", Acme, Unauthorized, "not_listed"),
        new("that customer itself", Core, "127.0.0.3", Birch, OK, "listed_for_client"),
        new("shared address", Price, "127.0.0.1", Birch, OK, "listed"),
        new("another customer's IPv6", Price, "::1", Birch, Unauthorized, "not_listed"),
        new("nobody's address", Price, "127.0.0.9", Acme, Unauthorized, "not_listed"),
        new("beside the range", Price, "127.0.0.80", Acme, Unauthorized, "not_listed"),
        new("blocked, in that range", Price, "127.0.0.66", Acme, Unauthorized, "blocked"),
        new("no token", Price, "127.0.0.2", null, Unauthorized, "asks for Bearer"),
        new("a token nobody has", Price, "127.0.0.2", "made-up", Unauthorized, "asks for Bearer"),
        new("old gateway, last day", Price, "127.0.0.4", Acme, OK, "listed_for_client"),
        new("new gateway, too early", Price, "127.0.0.5", Acme, Unauthorized, "not_in_force"),
        new("load balancer", Core, LoadBalancer, Acme, OK, "listed_for_client") { For = "203.0.113.7" },
        new("load balancer, not listed", Core, LoadBalancer, Acme, Unauthorized, "not_listed") { For = "203.0.113.200" },
        new("load balancer, forged", Core, LoadBalancer, Acme, Unauthorized, "not_listed") { For = "203.0.113.7, 203.0.113.200" },
        new("load balancer, for nobody", Core, LoadBalancer, Acme, Unauthorized, "trusted_proxy"),
        new("forged by a stranger", Core, "127.0.0.9", Acme, Unauthorized, "not_listed") { For = "203.0.113.7" },
        new("sandbox, listed", Sandbox, "127.0.0.30", null, OK, "listed"),
        new("sandbox, report mode", Sandbox, "127.0.0.9", null, OK, "reported: not_listed"),
        new("webhook", Webhook, "127.0.0.20", null, Accepted, "listed"),
        new("webhook, not GitHub", Webhook, "127.0.0.2", null, Unauthorized, "not_listed"),
        new("open endpoint", "GET /me/address", "127.0.0.9", null, OK, "any_address"),
        new("open endpoint", "GET /healthz", "127.0.0.66", null, OK, "any_address"),
        new("old gateway, next day", Price, "127.0.0.4", Acme, Unauthorized, "not_in_force") { Day = AfterTheMove },
        new("new gateway, next day", Price, "127.0.0.5", Acme, OK, "listed_for_client") { Day = AfterTheMove },
        new("sandbox, next day", Sandbox, "127.0.0.9", null, Unauthorized, "not_listed") { Day = AfterTheMove },
        new("rejections, a customer", Rejections, "127.0.0.2", Acme, Unauthorized, "not_listed") { Day = AfterTheMove },
        new("rejections", Rejections, "127.0.0.6", null, OK, "listed") { Day = AfterTheMove },
    ];
}
