using Microsoft.AspNetCore.SignalR;

namespace SignalRAndGrpc.Live;

/// <summary>Prices for subscribers. The policy stands here: it holds wherever the hub is mapped.</summary>
[RequireIpPolicy<IpPolicies.Subscribers>]
public sealed class PriceHub(PriceBoard board) : Hub
{
    /// <summary>The newest price; null for an unknown symbol.</summary>
    public Price? Get(string symbol) => board.Find(symbol);

    /// <summary>The newest price and each later one.</summary>
    public IAsyncEnumerable<Price> Watch(string symbol, CancellationToken cancellation) => board.WatchAsync(symbol, cancellation);
}
