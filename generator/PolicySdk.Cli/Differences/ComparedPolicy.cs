using PolicySdk.Addresses;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Differences;

/// <summary>A policy on one side of a change, its pieces by list.</summary>
internal sealed class ComparedPolicy
{
    internal ComparedPolicy(PolicyDocument document, NetworkTable networks)
    {
        var expanded = ExpandedPolicy.Of(document, networks, new(long.MaxValue));
        Allow = ExpandedPolicy.PiecesOf(expanded.Allow);
        Block = ExpandedPolicy.PiecesOf(expanded.Block);
        Clients = document.Clients.Zip(expanded.Clients)
            .ToDictionary(static pair => pair.First.Id, static pair => ExpandedPolicy.PiecesOf(pair.Second), StringComparer.Ordinal);
    }

    private ComparedPolicy(List<MatchPiece> allow) => (Allow, Block, Clients) = (allow, [], []);

    /// <summary>A network, as if a policy let in just that; null where it is not there.</summary>
    internal static ComparedPolicy? OfNetwork(string name, NetworkTable networks) => networks.TryGet(name, out _)
        ? new(ExpandedPolicy.PiecesOf(new EntryExpander(networks, new(long.MaxValue)).Expand([PolicyEntry.Bare(default, null, name)], letsIn: true)))
        : null;

    internal List<MatchPiece> Allow { get; }

    internal List<MatchPiece> Block { get; }

    internal Dictionary<string, List<MatchPiece>> Clients { get; }

    /// <summary>What decides of a region for a caller.</summary>
    internal RegionPieces In(IpRangeSet region, string? client) => new(
        region,
        [.. Allow.Concat(client is not null && Clients.TryGetValue(client, out var own) ? own : []).Where(piece => region.Within(piece.Range).Any())],
        [.. Block.Where(piece => region.Within(piece.Range).Any())]);
}

/// <summary>The pieces that meet a region.</summary>
internal sealed record RegionPieces(IpRangeSet Region, List<MatchPiece> Allow, List<MatchPiece> Block)
{
    internal static readonly RegionPieces None = new(IpRangeSet.Empty, [], []);

    internal IEnumerable<EntryCondition> Conditions => Allow.Concat(Block).Select(static piece => piece.Condition).Distinct();

    /// <summary>The addresses of the region that are let in on a day.</summary>
    internal IpRangeSet Allowed(CalendarDate day, string environment) => Holding(Allow, day, environment).Subtract(Holding(Block, day, environment)).Intersect(Region);

    private static IpRangeSet Holding(List<MatchPiece> pieces, CalendarDate day, string environment) =>
        IpRangeSet.Of(pieces.Where(piece => piece.Condition.Holds(day, environment)).Select(static piece => piece.Range));
}
