using System.Net;
using Microsoft.AspNetCore.Builder;

namespace PolicySdk.Tests;

/// <summary>A trusted proxy's own address is no client: every way in which it reaches the decision is a fault of the set-up.</summary>
public sealed class TrustedProxyTests
{
    private const string Proxy = "127.0.0.1";

    private static readonly (string, string) ListedClient = ("X-Forwarded-For", "127.0.0.2");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Forgotten_forwarded_headers_refuse(bool isEarly)
    {
        await using var app = await StartAsync(app =>
        {
            if (isEarly)
            {
                app.UseIpPolicies();
            }

            app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", Proxy, ListedClient));
        var tags = Assert.Single(app.Requests.GetMeasurementSnapshot()).Tags;
        Assert.Equal("trusted_proxy", tags["policysdk.result"]);
        Assert.False(tags.ContainsKey("policysdk.policy"));
        Assert.Contains(" from 127.0.0.1, client -: trusted_proxy by policy -", Assert.Single(app.Logs).Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", "127.0.0.2"));
    }

    [Fact]
    public async Task The_middleware_refuses_before_costly_work()
    {
        var later = 0;
        await using var app = await StartAsync(app =>
        {
            app.UseForwardedHeaders();
            app.UseIpPolicies();
            app.Use((context, next) =>
            {
                later++;
                return next(context);
            });
            app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", Proxy));
        Assert.Equal(0, later);
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", Proxy, ListedClient));
        Assert.Equal(1, later);
    }

    [Fact]
    public async Task An_endpoint_that_answers_before_the_forwarded_headers_refuses()
    {
        await using var app = await StartAsync(static app =>
        {
            app.UseForwardedHeaders();
            app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>().ShortCircuit();
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", Proxy, ListedClient));
        Assert.Equal("trusted_proxy", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", "127.0.0.2"));
    }

    [Fact]
    public async Task An_endpoint_that_answers_while_it_is_routed_to_sees_the_client_where_routing_comes_after_the_forwarded_headers()
    {
        await using var app = await StartAsync(static app =>
        {
            app.UseForwardedHeaders();
            app.UseRouting();
            app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>().ShortCircuit();
        });

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", Proxy, ListedClient));
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", Proxy));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_policy_that_only_reports_does_not_let_a_proxy_through(bool isEarly)
    {
        await using var app = await StartAsync(app =>
        {
            if (isEarly)
            {
                app.UseIpPolicies();
            }

            app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Reporting>();
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", Proxy));
        Assert.Equal("trusted_proxy", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", "127.0.0.2"));
        Assert.Equal("reported", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    [Fact]
    public async Task The_fallback_policy_is_not_asked_about_a_proxy()
    {
        await using var app = await StartAsync(
            static app => app.MapGet("/", static () => "ok"), static options => options.UseFallbackPolicy<TestPolicies.Office>());

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", Proxy));
        Assert.Equal("trusted_proxy", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", "127.0.0.2"));
    }

    [Fact]
    public async Task The_client_selector_is_not_asked_about_a_proxy()
    {
        var calls = 0;
        await using var app = await StartAsync(
            static app => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Partner>(),
            options => options.ClientId = _ =>
            {
                calls++;
                return "acme";
            });

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", Proxy));
        Assert.Equal(0, calls);
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", "127.0.0.2"));
        Assert.Equal(1, calls);
    }

    [Theory]
    [InlineData("/open")]
    [InlineData("/open/short")]
    public async Task An_endpoint_that_any_address_may_call_stays_open(string path)
    {
        await using var app = await StartAsync(static app =>
        {
            app.UseIpPolicies();
            app.MapGet("/open", static () => "ok").AllowAnyAddress("probed by the proxy");
            app.MapGet("/open/short", static () => "ok").AllowAnyAddress("probed by the proxy").ShortCircuit();
        });

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync(path, Proxy));
        Assert.Equal("any_address", Assert.Single(app.Requests.GetMeasurementSnapshot()).Tags["policysdk.result"]);
    }

    [Fact]
    public async Task An_endpoint_without_policy_says_so_rather()
    {
        await using var app = await StartAsync(static app => app.MapGet("/", static () => "ok"));

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/", Proxy));
        Assert.Equal("no_policy", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_application_can_let_policies_decide_for_proxies(bool isEarly)
    {
        await using var app = await StartAsync(
            app =>
            {
                app.UseForwardedHeaders();
                if (isEarly)
                {
                    app.UseIpPolicies();
                }

                app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
                app.MapGet("/elsewhere", static () => "ok").RequireIpPolicy<TestPolicies.Elsewhere>();
            },
            static options => options.AllowRequestsFromTrustedProxies = true);

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", Proxy));
        Assert.Equal("listed", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/elsewhere", Proxy));
        Assert.Equal("not_listed", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    private static Task<TestApp> StartAsync(Action<WebApplication> map, Action<IpPolicyOptions>? options = null) => TestApp.StartAsync(map, all =>
    {
        all.UseClientAddress<TestClientAddresses.Loopback>();
        options?.Invoke(all);
    });
}
