using PolicySdk.Addresses;
using PolicySdk.Expectations;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Differences;

/// <summary>A policy on one side of a change, its pieces by list.</summary>
internal sealed class ComparedPolicy
{
    private readonly EnforcedSets _sets;

    internal ComparedPolicy(PolicyDocument document, NetworkTable networks)
    {
        var expanded = ExpandedPolicy.Of(document, networks, new(long.MaxValue));
        _sets = new(expanded, new(long.MaxValue));
        Allow = ExpandedPolicy.PiecesOf(expanded.Allow);
        Block = ExpandedPolicy.PiecesOf(expanded.Block);
        Clients = document.Clients.Select(static client => client.Id).Zip(expanded.Clients).ToDictionary(static pair => pair.First, static pair => ExpandedPolicy.PiecesOf(pair.Second), StringComparer.Ordinal);
    }

    internal List<MatchPiece> Allow { get; }

    internal List<MatchPiece> Block { get; }

    internal Dictionary<string, List<MatchPiece>> Clients { get; }

    /// <summary>The pieces that decide for a caller.</summary>
    internal IEnumerable<MatchPiece> PiecesFor(string? client) => Allow.Concat(Block).Concat(client is not null && Clients.TryGetValue(client, out var own) ? own : []);

    /// <summary>The addresses of a region that are let in on a day.</summary>
    internal IpRangeSet Allowed(string? client, CalendarDate day, string environment, IpRangeSet region)
    {
        var (callers, moment) = (_sets.CallersOf(client), new Moment(day, environment, IsCertain: false));
        return IpRangeSet.Of(region.SelectMany(range => _sets.Allowed(callers, moment, range)));
    }
}
