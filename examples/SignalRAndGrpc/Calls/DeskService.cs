using Grpc.Core;

namespace SignalRAndGrpc.Calls;

/// <summary>Where the desk sets prices, by gRPC. Its policy stands where it is mapped.</summary>
public sealed class DeskService(PriceBoard board) : Desk.DeskBase
{
    /// <inheritdoc/>
    public override Task<Nothing> Set(Quote request, ServerCallContext context)
    {
        board.Set(new(request.Symbol, request.Price));
        return Task.FromResult(new Nothing());
    }
}
