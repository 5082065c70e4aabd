using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using SignalRAndGrpc;

namespace Examples.Tests.SignalRAndGrpc;

/// <summary>Hubs, with the policy on the class and where they are mapped.</summary>
public sealed class HubTests(SignalRAndGrpcServer server) : IClassFixture<SignalRAndGrpcServer>
{
    private const string Subscriber = "127.0.0.2";
    private const string Desk = "127.0.0.3";
    private const string Stranger = "127.0.0.9";
    private const string Prices = "/live/prices";
    private const string DeskHub = "/live/desk";

    [Theory]
    [InlineData(HttpTransportType.WebSockets, true)]
    [InlineData(HttpTransportType.WebSockets, false)]
    [InlineData(HttpTransportType.ServerSentEvents, true)]
    [InlineData(HttpTransportType.LongPolling, true)]
    public async Task A_subscriber_asks_for_prices(HttpTransportType transport, bool negotiates)
    {
        await using var connection = server.Hub(Prices, Subscriber, negotiates, transport);
        await connection.StartAsync();

        Assert.Equal("VND", (await connection.InvokeAsync<Price?>("Get", "VND"))?.Symbol);
        Assert.Null(await connection.InvokeAsync<Price?>("Get", "none"));
    }

    [Fact]
    public async Task A_subscriber_sees_what_the_desk_sets()
    {
        await using var subscriber = server.Hub(Prices, Subscriber);
        await using var desk = server.Hub(DeskHub, Desk);
        await subscriber.StartAsync();
        await desk.StartAsync();
        await desk.InvokeAsync("Set", "HUB", 1.0);

        await using var prices = subscriber.StreamAsync<Price>("Watch", "HUB").GetAsyncEnumerator();
        Assert.True(await prices.MoveNextAsync());
        Assert.Equal(new("HUB", 1.0), prices.Current);
        await desk.InvokeAsync("Set", "HUB", 2.0);
        Assert.True(await prices.MoveNextAsync());
        Assert.Equal(new("HUB", 2.0), prices.Current);
    }

    [Theory]
    [InlineData(Prices, Stranger)]
    [InlineData(Prices, Desk)]
    [InlineData(DeskHub, Stranger)]
    [InlineData(DeskHub, Subscriber)]
    public async Task Others_may_not_even_negotiate(string path, string from)
    {
        await using var connection = server.Hub(path, from);

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => connection.StartAsync());

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Theory]
    [InlineData(Prices, Stranger)]
    [InlineData(Prices, Desk)]
    [InlineData(DeskHub, Stranger)]
    [InlineData(DeskHub, Subscriber)]
    public async Task Nor_connect_without_negotiating(string path, string from)
    {
        await using var connection = server.Hub(path, from, negotiates: false);

        var refused = await Assert.ThrowsAsync<WebSocketException>(() => connection.StartAsync());

        Assert.Contains("'401'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_let_in_lends_the_connection_to_nobody()
    {
        await using var connection = server.Hub(Prices, Subscriber, transport: HttpTransportType.LongPolling);
        await connection.StartAsync();
        using var stranger = server.Web(Stranger);

        using var response = await stranger.GetAsync($"{Prices}?id={connection.ConnectionId}");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
