using PolicySdk.Addresses;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Expectations;

/// <summary>The addresses that a claim names, networks looked up: those of a network count that may count at the moment of the claim.</summary>
internal sealed class NetworkSets(NetworkTable networks, WorkBudget budget)
{
    private readonly Dictionary<string, IReadOnlyList<MatchPiece>> _pieces = new(StringComparer.Ordinal);

    internal IpRangeSet SetOf(IEnumerable<AddressTarget> targets, Moment moment) => IpRangeSet.Of(targets.SelectMany(target => RangesOf(target, moment with { IsCertain = false })));

    private IEnumerable<IpRange> RangesOf(AddressTarget target, Moment moment) =>
        target.Addresses is { } addresses ? [addresses] : PiecesOf(target).TakeWhile(_ => budget.TrySpend(1)).Where(piece => moment.Counts(piece.Condition)).Select(static piece => piece.Range);

    private IReadOnlyList<MatchPiece> PiecesOf(AddressTarget target)
    {
        if (!_pieces.TryGetValue(target.Net!, out var pieces))
        {
            var entry = PolicyEntry.Bare(target.Range, null, target.Net);
            pieces = ExpandedPolicy.PiecesOf(new EntryExpander(networks, budget).Expand([entry], letsIn: false));
            _pieces.Add(target.Net!, pieces);
        }

        return pieces;
    }
}
