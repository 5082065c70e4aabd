using System.Net;
using Grpc.Core;
using SignalRAndGrpc.Calls;

namespace Examples.Tests.SignalRAndGrpc;

/// <summary>The example as a whole.</summary>
public sealed class CoverageTests(SignalRAndGrpcServer server) : IClassFixture<SignalRAndGrpcServer>
{
    private const string Subscriber = "127.0.0.2";
    private const string Stranger = "127.0.0.9";

    [Fact]
    public void Every_endpoint_has_a_policy_or_a_reason_to_be_open()
    {
        Assert.NotEmpty(server.Endpoints);
        Assert.Empty(server.UncoveredEndpoints);
    }

    [Fact]
    public async Task Anybody_may_ask_whether_it_is_well()
    {
        using var stranger = server.Web(Stranger);

        Assert.Equal("Healthy", await stranger.GetStringAsync("/healthz"));
    }

    [Fact]
    public async Task In_production_loopback_is_nobody()
    {
        await using var production = new SignalRAndGrpcServer("Production");
        await using var connection = production.Hub("/live/prices", Subscriber);
        using var channel = production.Channel(Subscriber);

        var refusedConnection = await Assert.ThrowsAsync<HttpRequestException>(() => connection.StartAsync());
        var refusedCall = await Assert.ThrowsAsync<RpcException>(() => new Prices.PricesClient(channel).GetAsync(new() { Symbol = "VND" }).ResponseAsync);

        Assert.Equal(HttpStatusCode.Unauthorized, refusedConnection.StatusCode);
        Assert.Equal(StatusCode.Unauthenticated, refusedCall.StatusCode);
    }
}
