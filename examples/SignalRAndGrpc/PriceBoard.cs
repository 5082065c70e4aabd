using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace SignalRAndGrpc;

/// <summary>The price of an instrument.</summary>
public sealed record Price(string Symbol, double Value);

/// <summary>The newest prices, and who waits for newer ones.</summary>
public sealed class PriceBoard
{
    private readonly ConcurrentDictionary<string, Price> _prices = new() { ["OAK"] = new("OAK", 112.8), ["VND"] = new("VND", 41.25) };
    private readonly ConcurrentDictionary<Channel<Price>, string> _watchers = new();

    /// <summary>All symbols, in order.</summary>
    public IReadOnlyList<string> Symbols => [.. _prices.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The newest price; null for an unknown symbol.</summary>
    public Price? Find(string symbol) => _prices.GetValueOrDefault(symbol);

    /// <summary>Sets a price and tells those who watch it.</summary>
    public void Set(Price price)
    {
        _prices[price.Symbol] = price;
        foreach (var (watcher, _) in _watchers.Where(watcher => watcher.Value == price.Symbol))
        {
            watcher.Writer.TryWrite(price);
        }
    }

    /// <summary>The newest price, if there is one, and each later one until the caller goes.</summary>
    public async IAsyncEnumerable<Price> WatchAsync(string symbol, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var watcher = Channel.CreateUnbounded<Price>();
        _watchers[watcher] = symbol;
        try
        {
            if (Find(symbol) is { } newest)
            {
                yield return newest;
            }

            await foreach (var price in watcher.Reader.ReadAllAsync(cancellation))
            {
                yield return price;
            }
        }
        finally
        {
            _watchers.TryRemove(watcher, out _);
        }
    }
}
