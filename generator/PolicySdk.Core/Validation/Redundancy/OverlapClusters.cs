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

        var pieces = entries.SelectMany(static (entry, index) => entry.Pieces.Select(piece => (piece.Range, Entry: index))).ToArray();
        Array.Sort(pieces, static (left, right) => left.Range.CompareTo(right.Range));
        int[]? parents = null;
        for (int i = 1, furthest = 0; i < pieces.Length; i++)
        {
            if (pieces[i].Range.First <= pieces[furthest].Range.Last && pieces[i].Entry != pieces[furthest].Entry)
            {
                parents ??= Enumerable.Range(0, entries.Count).ToArray();
                parents[Root(parents, pieces[i].Entry)] = Root(parents, pieces[furthest].Entry);
            }

            furthest = pieces[i].Range.Last > pieces[furthest].Range.Last ? i : furthest;
        }

        return parents is null ? []
            : Enumerable.Range(0, entries.Count).GroupBy(index => Root(parents, index)).Where(static group => group.Skip(1).Any()).Select(static group => group.ToList());
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
