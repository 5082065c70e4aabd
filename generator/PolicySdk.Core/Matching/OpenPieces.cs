using PolicySdk.Addresses;

namespace PolicySdk.Matching;

/// <summary>
/// The pieces that cover the address which the planner has reached, the best first: one that always counts before all others, then the
/// one that lasts longest, at equal ends the narrowest, at equal widths the first in the file.
/// </summary>
internal sealed class OpenPieces
{
    private readonly SortedDictionary<MatchPiece, int> _pieces = new(Comparer<MatchPiece>.Create(Compare));

    internal void Add(MatchPiece piece)
    {
        _pieces.TryGetValue(piece, out var count);
        _pieces[piece] = count + 1;
    }

    internal void Remove(MatchPiece piece)
    {
        if (--_pieces[piece] == 0)
        {
            _pieces.Remove(piece);
        }
    }

    /// <summary>The entries among which the day and the environment decide; a single one that always counts if there is one.</summary>
    internal IReadOnlyList<MatchCandidate> Decide(MeetingBudget budget)
    {
        var candidates = new List<MatchCandidate>();
        foreach (var piece in _pieces.Keys)
        {
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
        return byEntry != 0 ? byEntry : CompareRanges(left, right);
    }

    private static int CompareRanges(MatchPiece left, MatchPiece right) => left.Range.CompareTo(right.Range);
}
