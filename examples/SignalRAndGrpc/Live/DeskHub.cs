using Microsoft.AspNetCore.SignalR;

namespace SignalRAndGrpc.Live;

/// <summary>Where the desk sets prices. Its policy stands where it is mapped.</summary>
public sealed class DeskHub(PriceBoard board) : Hub
{
    /// <summary>Sets a price.</summary>
    public void Set(string symbol, double value) => board.Set(new(symbol, value));
}
