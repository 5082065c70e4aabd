using PolicySdk.Addresses;

namespace PolicySdk.Matching;

/// <summary>
/// The pieces that cover the address which the planner has reached, the best first: one that always counts before all others, then the
/// one that lasts longest, at equal ends the narrowest, at equal widths the first in the file. Pieces are ranked once, and then known by
/// their rank.
/// </summary>
internal sealed class OpenPieces
{
    private readonly SortedSet<int> _open = [];

    internal OpenPieces(IEnumerable<MatchPiece> pieces) => Ranked = [.. pieces.OrderBy(static piece => piece, Comparer<MatchPiece>.Create(Compare))];

    /// <summary>All pieces, the best first.</summary>
    internal IReadOnlyList<MatchPiece> Ranked { get; }

    internal void Add(int rank) => _open.Add(rank);

    internal void Remove(int rank) => _open.Remove(rank);

    /// <summary>The entries among which the day and the environment decide; a single one that always counts if there is one.</summary>
    internal IReadOnlyList<MatchCandidate> Decide(WorkBudget budget)
    {
        var candidates = new List<MatchCandidate>();
        foreach (var rank in _open)
        {
            var piece = Ranked[rank];
            if (!budget.TrySpend(piece.Condition.Weight))
            {
                break;
            }

            candidates.Add(new(piece.Entry, piece.Condition));

            // Whoever comes later ends earlier, or is wider: while this one counts they can't decide, and after it none counts.
            if (piece.Condition.IsUntil)
            {
                break;
            }
        }

        return candidates;
    }

    private static int Compare(MatchPiece left, MatchPiece right)
    {
        var byAlways = right.Condition.IsAlways.CompareTo(left.Condition.IsAlways);
        var byEnd = byAlways != 0 ? byAlways : EntryCondition.CompareEnds(left.Condition, right.Condition);
        var byWidth = byEnd != 0 ? byEnd : IpRange.CompareCounts(left.Width, right.Width);
        var byEntry = byWidth != 0 ? byWidth : left.Entry.CompareTo(right.Entry);
        return byEntry != 0 ? byEntry : left.Range.CompareTo(right.Range);
    }
}
