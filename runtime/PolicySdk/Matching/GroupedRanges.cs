using System.ComponentModel;

namespace PolicySdk.Matching;

/// <summary>
/// Finds an address in one of many short lists that share their tables: the lists of a policy's clients, where there are too many for a
/// method each. A list is searched by halving.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GroupedRanges
{
    /// <summary>Finds the range of a group that holds an IPv4 address.</summary>
    /// <param name="groups">Where the ranges of each group start, and where those of the last end.</param>
    /// <param name="firsts">The first address of each range, sorted in each group.</param>
    /// <param name="lasts">The last address of each range.</param>
    /// <param name="group">The group; there is nothing in one that does not exist.</param>
    /// <param name="address">The address as a number, first octet highest.</param>
    /// <returns>The index of the range, or -1.</returns>
    public static int Find(ReadOnlySpan<uint> groups, ReadOnlySpan<uint> firsts, ReadOnlySpan<uint> lasts, int group, uint address)
    {
        var (start, end) = Bounds(groups, group);
        var (low, high) = (start, end);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = firsts[middle] <= address ? (middle + 1, high) : (low, middle);
        }

        return low > start && address <= lasts[low - 1] ? low - 1 : -1;
    }

    /// <summary>Finds the range of a group that holds an IPv6 address.</summary>
    /// <param name="groups">Where the ranges of each group start, and where those of the last end.</param>
    /// <param name="firstUppers">The upper half of the first address of each range, sorted in each group.</param>
    /// <param name="firstLowers">The lower half of the first address of each range.</param>
    /// <param name="lastUppers">The upper half of the last address of each range.</param>
    /// <param name="lastLowers">The lower half of the last address of each range.</param>
    /// <param name="group">The group; there is nothing in one that does not exist.</param>
    /// <param name="upper">The first eight bytes of the address as a number.</param>
    /// <param name="lower">The last eight bytes of the address as a number.</param>
    /// <returns>The index of the range, or -1.</returns>
    public static int Find(
        ReadOnlySpan<uint> groups, ReadOnlySpan<ulong> firstUppers, ReadOnlySpan<ulong> firstLowers, ReadOnlySpan<ulong> lastUppers, ReadOnlySpan<ulong> lastLowers, int group, ulong upper, ulong lower)
    {
        var (start, end) = Bounds(groups, group);
        var (low, high) = (start, end);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = IsAtMost(firstUppers[middle], firstLowers[middle], upper, lower) ? (middle + 1, high) : (low, middle);
        }

        return low > start && IsAtMost(upper, lower, lastUppers[low - 1], lastLowers[low - 1]) ? low - 1 : -1;
    }

    private static (int Start, int End) Bounds(ReadOnlySpan<uint> groups, int group) =>
        group >= 0 && group < groups.Length - 1 ? ((int)groups[group], (int)groups[group + 1]) : (0, 0);

    private static bool IsAtMost(ulong upper, ulong lower, ulong otherUpper, ulong otherLower) =>
        upper < otherUpper || (upper == otherUpper && lower <= otherLower);
}
