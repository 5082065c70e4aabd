using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PolicySdk.Enforcement;

namespace PolicySdk.Tests;

/// <summary>Who connected is kept before anything else runs.</summary>
public sealed class PeerTests
{
    [Fact]
    public async Task A_request_that_began_elsewhere_is_refused()
    {
        await using var app = await TestApp.StartAsync(static app =>
        {
            app.Use(static (context, next) =>
            {
                context.Features[typeof(Peer)] = null;
                return next(context);
            });
            app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>();
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/"));
        Assert.Equal("unverified_address", app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    [Fact]
    public void The_peer_is_kept_before_the_filters_of_others()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IStartupFilter>(new TestTransport(IPAddress.Loopback));
        services.AddIpPolicies().AddIpPolicies();

        var filters = services.Where(static service => service.ServiceType == typeof(IStartupFilter)).ToList();
        Assert.Equal(2, filters.Count);
        Assert.Equal(typeof(PeerCapture), filters[0].ImplementationType);
    }

    [Theory]
    [InlineData("203.0.113.7", "not_listed")]
    [InlineData("127.0.0.2", "listed")]
    [InlineData("::ffff:127.0.0.2", "listed")]
    [InlineData("::1%1", "listed")]
    [InlineData("0.0.0.0", "no_address")]
    [InlineData("::", "no_address")]
    [InlineData("::ffff:0.0.0.0", "no_address")]
    [InlineData(null, "no_address")]
    public async Task A_peer_is_known_by_its_own_address(string? peer, string result)
    {
        await using var app = await TestApp.StartAsync(
            static app => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>(), build: TestTransport.From(peer));

        await app.StatusAsync("/");

        Assert.Equal(result, app.Requests.LastMeasurement?.Tags["policysdk.result"]);
    }

    [Fact]
    public async Task A_policy_that_only_reports_lets_no_unspecified_address_in()
    {
        await using var app = await TestApp.StartAsync(
            static app => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Reporting>(), build: TestTransport.From("::"));

        Assert.Equal(HttpStatusCode.Unauthorized, await app.StatusAsync("/"));
    }

    [Fact]
    public async Task Who_connection_middleware_says_connected_is_the_peer()
    {
        // Of a PROXY protocol, for one. The defaults come before the listener that they are for.
        await using var app = await TestApp.StartAsync(
            static app => app.MapGet("/", static () => "ok").RequireIpPolicy<TestPolicies.Office>(),
            build: static builder => builder.Services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<KestrelServerOptions>>(
                new ConfigureOptions<KestrelServerOptions>(static kestrel => kestrel.ConfigureEndpointDefaults(static listener => listener.Use(static next => connection =>
                {
                    connection.RemoteEndPoint = new IPEndPoint(IPAddress.Parse("127.0.0.2"), 0);
                    return next(connection);
                }))))));

        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/", "127.0.0.77"));
    }
}
