using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Examples.Tests.Gateway;

/// <summary>Proxied routes, behind a load balancer and without it.</summary>
public sealed class GatewayTests(Backend backend) : IClassFixture<Backend>
{
    private const string LoadBalancer = "127.0.0.10";
    private const string Partner = "127.0.0.2";
    private const string Operator = "127.0.0.3";
    private const string Stranger = "127.0.0.9";
    private const string RemotePartner = "203.0.113.7";
    private const string RemoteOperator = "192.0.2.17";
    private const string RemoteStranger = "203.0.113.8";
    private const string Price = "/prices/VND";

    [Theory]
    [InlineData(Price, LoadBalancer, RemotePartner, RemotePartner)]
    [InlineData(Price, LoadBalancer, "198.51.100.1, 203.0.113.7", RemotePartner)] // what the partner sent itself is left of what the load balancer saw
    [InlineData(Price, LoadBalancer, "2001:db8:40::1", "2001:db8:40::1")]
    [InlineData(Price, Partner, null, Partner)]
    [InlineData(Price, Partner, RemoteStranger, Partner)] // nobody asks a partner for whom it comes
    [InlineData("/docs/start", LoadBalancer, RemoteStranger, RemoteStranger)]
    [InlineData("/docs/start", Stranger, null, Stranger)]
    [InlineData("/docs/start", Stranger, RemotePartner, Stranger)]
    public async Task What_is_allowed_is_forwarded_with_the_true_address(string path, string from, string? forwardedFor, string seen)
    {
        await using var gateway = new GatewayServer(backend);

        using var response = await gateway.GetAsync(path, from, forwardedFor);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($"{path} for {seen}", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(Price, Stranger, null)]
    [InlineData(Price, Stranger, RemotePartner)] // only the trusted are believed
    [InlineData(Price, LoadBalancer, RemoteStranger)]
    [InlineData(Price, LoadBalancer, "203.0.113.7, 203.0.113.8")] // a stranger who says to come for a partner
    [InlineData(Price, LoadBalancer, null)] // a proxy is no caller
    [InlineData(Price, LoadBalancer, "no address")]
    [InlineData(Price, Operator, null)]
    [InlineData("/gateway/routes", Partner, null)]
    [InlineData("/gateway/routes", LoadBalancer, RemotePartner)]
    public async Task What_is_refused_never_reaches_the_backend(string path, string from, string? forwardedFor)
    {
        await using var gateway = new GatewayServer(backend);
        var before = backend.Requests;

        using var response = await gateway.GetAsync(path, from, forwardedFor);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(before, backend.Requests);
    }

    [Theory]
    [InlineData(Operator, null)]
    [InlineData(LoadBalancer, RemoteOperator)]
    public async Task Operators_see_the_routes(string from, string? forwardedFor)
    {
        await using var gateway = new GatewayServer(backend);

        using var response = await gateway.GetAsync("/gateway/routes", from, forwardedFor);

        Assert.Contains("/prices/{**rest}", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_load_balancer_itself_may_ask_whether_it_is_well()
    {
        await using var gateway = new GatewayServer(backend);

        using var response = await gateway.GetAsync("/healthz", LoadBalancer);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Every_endpoint_has_a_policy_or_a_reason_to_be_open()
    {
        await using var gateway = new GatewayServer(backend);

        Assert.NotEmpty(gateway.Endpoints);
        Assert.Empty(gateway.UncoveredEndpoints);
    }

    [Fact]
    public async Task A_route_that_a_reload_brings_has_the_policy_too()
    {
        await using var gateway = new GatewayServer(backend);
        var configuration = (IConfigurationRoot)gateway.Services.GetRequiredService<IConfiguration>();
        var before = gateway.Endpoints.Count;

        configuration["ReverseProxy:Routes:new:ClusterId"] = "data";
        configuration["ReverseProxy:Routes:new:Match:Path"] = "/new";
        configuration.Reload();

        Assert.Equal(before + 1, gateway.Endpoints.Count);
        Assert.Empty(gateway.UncoveredEndpoints);
        Assert.Equal(HttpStatusCode.Unauthorized, (await gateway.GetAsync("/new", Stranger)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/new", Partner)).StatusCode);
    }

    [Fact]
    public async Task In_production_loopback_is_nobody()
    {
        await using var gateway = new GatewayServer(backend, "Production");

        Assert.Equal(HttpStatusCode.Unauthorized, (await gateway.GetAsync(Price, Partner)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync(Price, LoadBalancer, RemotePartner)).StatusCode);
    }
}
