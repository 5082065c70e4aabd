using PolicySdk.Addresses;
using PolicySdk.Matching;

namespace PolicySdk.Validation.Redundancy;

/// <summary>Entries of a list that overlap, one with the next: only among those can one be redundant.</summary>
internal static class OverlapClusters
{
    /// <summary>The groups of two or more, as indexes in ascending order.</summary>
    internal static IEnumerable<IReadOnlyList<int>> Of(IReadOnlyList<ListEntry> entries)
    {
        if (entries.Count < 2)
        {
            return [];
        }

        var (ranges, owners) = RangesOf(entries);
        int[]? parents = null;
        var furthest = -1;
        foreach (var piece in RangeOrder.Of(ranges))
        {
            if (furthest >= 0 && ranges[piece].First <= ranges[furthest].Last && owners[piece] != owners[furthest])
            {
                parents ??= Enumerable.Range(0, entries.Count).ToArray();
                parents[Root(parents, owners[piece])] = Root(parents, owners[furthest]);
            }

            furthest = furthest < 0 || ranges[piece].Last > ranges[furthest].Last ? piece : furthest;
        }

        return parents is null ? []
            : Enumerable.Range(0, entries.Count).GroupBy(index => Root(parents, index)).Where(static group => group.Skip(1).Any()).Select(static group => group.ToList());
    }

    private static (IpRange[] Ranges, int[] Owners) RangesOf(IReadOnlyList<ListEntry> entries)
    {
        var ranges = new IpRange[entries.Sum(static entry => entry.Pieces.Count)];
        var owners = new int[ranges.Length];
        for (int i = 0, next = 0; i < entries.Count; i++)
        {
            var pieces = entries[i].Pieces;
            for (var j = 0; j < pieces.Count; j++, next++)
            {
                (ranges[next], owners[next]) = (pieces[j].Range, i);
            }
        }

        return (ranges, owners);
    }

    private static int Root(int[] parents, int index)
    {
        while (parents[index] != index)
        {
            index = parents[index] = parents[parents[index]];
        }

        return index;
    }
}
