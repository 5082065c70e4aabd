using System.Numerics;
using PolicySdk.Addresses;
using PolicySdk.Matching;

namespace PolicySdk.Validation.Redundancy;

/// <summary>
/// Finds the entries of a cluster without which the rest covers the same, at every moment: one is redundant where each address it covers
/// under a condition is covered by others that count at least whenever that condition holds. The narrowest go first, so that of an
/// entry and the wider one around it the narrow one is told; among equals the later.
/// </summary>
internal sealed class OverlapCluster
{
    private readonly IReadOnlyList<ListEntry> _entries;
    private readonly IReadOnlyList<IpAddressValue> _starts;
    private readonly Dictionary<EntryCondition, CoverageTree> _trees;
    private readonly bool[] _isRemoved;

    /// <summary>Takes the entries of a cluster in the order of the file; the product of pieces and conditions must be bearable.</summary>
    internal OverlapCluster(IReadOnlyList<ListEntry> entries)
    {
        _entries = entries;
        _isRemoved = new bool[entries.Count];
        _starts = StartsOf(entries.SelectMany(static entry => entry.Pieces));
        _trees = entries.SelectMany(static entry => entry.Pieces).Select(static piece => piece.Condition).Distinct()
            .ToDictionary(static condition => condition, _ => new CoverageTree(_starts.Count));
        foreach (var entry in entries)
        {
            Count(entry, 1);
        }
    }

    /// <summary>Takes out one redundant entry after the other; gives each with its index among the entries.</summary>
    internal IEnumerable<int> RemoveRedundant()
    {
        var order = Enumerable.Range(0, _entries.Count).OrderBy(index => CountAddresses(_entries[index])).ThenByDescending(static index => index);
        foreach (var index in order)
        {
            if (IsRedundant(_entries[index]))
            {
                Count(_entries[index], -1);
                _isRemoved[index] = true;
                yield return index;
            }
        }
    }

    /// <summary>The entries that remain and cover a part of a removed one, at least as long.</summary>
    internal IEnumerable<ListEntry> CoveringOf(int removed) => _entries.Where((entry, index) => !_isRemoved[index] && Covers(entry.Pieces, _entries[removed].Pieces));

    private static bool Covers(IReadOnlyList<MatchPiece> pieces, IReadOnlyList<MatchPiece> parts)
    {
        foreach (var piece in pieces)
        {
            foreach (var part in parts)
            {
                if (piece.Range.Overlaps(part.Range) && piece.Condition.Includes(part.Condition))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsRedundant(ListEntry entry) =>
        entry.Pieces.Count > 0 && entry.Pieces.All(piece => _trees[piece.Condition].Least(CellOf(piece.Range.First), EndOf(piece.Range.Last)) > 1);

    private void Count(ListEntry entry, int value)
    {
        foreach (var tree in _trees)
        {
            // Merged first: an entry that covers an address twice is one entry all the same.
            foreach (var range in IpRangeSet.Of(entry.Pieces.Where(piece => piece.Condition.Includes(tree.Key)).Select(static piece => piece.Range)))
            {
                tree.Value.Add(CellOf(range.First), EndOf(range.Last), value);
            }
        }
    }

    private static BigInteger CountAddresses(ListEntry entry) => entry.Pieces.Aggregate(BigInteger.Zero, static (sum, piece) => sum + piece.Range.Count);

    private static List<IpAddressValue> StartsOf(IEnumerable<MatchPiece> pieces)
    {
        var starts = new List<IpAddressValue>();
        foreach (var piece in pieces)
        {
            starts.Add(piece.Range.First);
            if (piece.Range.Last.TryNext(out var next))
            {
                starts.Add(next);
            }
        }

        starts.Sort();
        return starts.Where((start, index) => index == 0 || start != starts[index - 1]).ToList();
    }

    private int CellOf(IpAddressValue first) => EndOf(first) - 1;

    /// <summary>How many cells start at or before an address.</summary>
    private int EndOf(IpAddressValue address)
    {
        var (low, high) = (0, _starts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _starts[middle] <= address ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
