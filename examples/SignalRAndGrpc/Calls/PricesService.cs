using Grpc.Core;

namespace SignalRAndGrpc.Calls;

/// <summary>Prices for subscribers, by gRPC.</summary>
[RequireIpPolicy<IpPolicies.Subscribers>]
public sealed class PricesService(PriceBoard board) : Prices.PricesBase
{
    /// <inheritdoc/>
    public override Task<Quote> Get(Instrument request, ServerCallContext context) => board.Find(request.Symbol) is { } price
        ? Task.FromResult(ToQuote(price))
        : throw new RpcException(new(StatusCode.NotFound, $"There is no instrument '{request.Symbol}'."));

    /// <inheritdoc/>
    public override async Task Watch(Instrument request, IServerStreamWriter<Quote> responseStream, ServerCallContext context)
    {
        await foreach (var price in board.WatchAsync(request.Symbol, context.CancellationToken))
        {
            await responseStream.WriteAsync(ToQuote(price), context.CancellationToken);
        }
    }

    /// <inheritdoc/>
    [AllowAnyAddress("the list of symbols is our catalogue: it wins subscribers")]
    public override Task<Symbols> ListSymbols(Nothing request, ServerCallContext context) => Task.FromResult(new Symbols { Symbols_ = { board.Symbols } });

    private static Quote ToQuote(Price price) => new() { Symbol = price.Symbol, Price = price.Value };
}
