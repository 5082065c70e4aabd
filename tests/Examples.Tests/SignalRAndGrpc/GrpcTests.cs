using System.Net;
using Grpc.Core;
using SignalRAndGrpc.Calls;

namespace Examples.Tests.SignalRAndGrpc;

/// <summary>gRPC services, with the policy on the class, on a method, and where they are mapped.</summary>
public sealed class GrpcTests(SignalRAndGrpcServer server) : IClassFixture<SignalRAndGrpcServer>
{
    private const string Subscriber = "127.0.0.2";
    private const string DeskAddress = "127.0.0.3";
    private const string Stranger = "127.0.0.9";

    [Fact]
    public async Task A_subscriber_asks_for_a_price()
    {
        using var channel = server.Channel(Subscriber);
        var prices = new Prices.PricesClient(channel);

        Assert.Equal("VND", (await prices.GetAsync(new() { Symbol = "VND" })).Symbol);
        Assert.Equal(StatusCode.NotFound, await StatusAsync(prices.GetAsync(new() { Symbol = "none" }).ResponseAsync));
    }

    [Fact]
    public async Task A_subscriber_sees_what_the_desk_sets()
    {
        using var channel = server.Channel(Subscriber);
        using var deskChannel = server.Channel(DeskAddress);
        var desk = new Desk.DeskClient(deskChannel);
        await desk.SetAsync(new() { Symbol = "RPC", Price = 1 });

        using var watch = new Prices.PricesClient(channel).Watch(new() { Symbol = "RPC" });
        Assert.True(await watch.ResponseStream.MoveNext());
        Assert.Equal(1, watch.ResponseStream.Current.Price);
        await desk.SetAsync(new() { Symbol = "RPC", Price = 2 });
        Assert.True(await watch.ResponseStream.MoveNext());
        Assert.Equal(2, watch.ResponseStream.Current.Price);
    }

    [Theory]
    [InlineData(Stranger)]
    [InlineData(DeskAddress)]
    public async Task Others_are_refused_calls_and_streams(string from)
    {
        using var channel = server.Channel(from);
        var prices = new Prices.PricesClient(channel);
        using var watch = prices.Watch(new() { Symbol = "VND" });

        Assert.Equal(StatusCode.Unauthenticated, await StatusAsync(prices.GetAsync(new() { Symbol = "VND" }).ResponseAsync));
        Assert.Equal(StatusCode.Unauthenticated, await StatusAsync(watch.ResponseStream.MoveNext()));
    }

    [Theory]
    [InlineData(Stranger)]
    [InlineData(Subscriber)]
    public async Task Only_the_desk_sets_prices(string from)
    {
        using var channel = server.Channel(from);

        Assert.Equal(StatusCode.Unauthenticated, await StatusAsync(new Desk.DeskClient(channel).SetAsync(new() { Symbol = "VND" }).ResponseAsync));
    }

    [Fact]
    public async Task A_method_is_open_although_its_service_is_not()
    {
        using var channel = server.Channel(Stranger);

        Assert.Contains("OAK", (await new Prices.PricesClient(channel).ListSymbolsAsync(new())).Symbols_);
    }

    [Fact]
    public async Task What_does_not_exist_is_no_endpoint()
    {
        using var client = server.Calls(Stranger);
        using var content = new ByteArrayContent([]) { Headers = { ContentType = new("application/grpc") } };

        using var response = await client.PostAsync("/prices.Prices/NoSuchMethod", content);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<StatusCode> StatusAsync(Task call) => (await Assert.ThrowsAsync<RpcException>(() => call)).StatusCode;
}
