using System.ComponentModel;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace PolicySdk.Matching;

/// <summary>
/// Finds the range of an IPv6 list in a static B+ tree over the upper halves of the ends of ranges. An inner node has eight keys, the
/// highest of each of its first eight children; a leaf has sixteen ends. Where ranges are longer than /64, the lower half decides among
/// the ends that share an upper half.
/// </summary>
/// <remarks>
/// J. Rao, K. A. Ross: Cache Conscious Indexing for Decision-Support in Main Memory, VLDB 1999 (CSS trees): a node without pointers, the
/// place of a child follows from its number.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BPlusTree
{
    /// <summary>The keys of an inner node; it has a child more.</summary>
    internal const int NodeKeys = 8;

    /// <summary>The ends in a leaf; the last leaf is filled up with the highest number.</summary>
    internal const int LeafKeys = 2 * NodeKeys;

    /// <summary>Finds the range that holds an address, in a list whose ranges are made of whole /64 networks.</summary>
    /// <param name="levels">Where each level starts in the keys, the root first, the leaves last.</param>
    /// <param name="keys">All levels; the leaves hold the last upper half of each range and of each gap, in turn.</param>
    /// <param name="first">The first upper half of the first range.</param>
    /// <param name="upper">The first eight bytes of the address as a number.</param>
    /// <returns>The index of the range, or -1.</returns>
    public static int Find(ReadOnlySpan<int> levels, ReadOnlySpan<ulong> keys, ulong first, ulong upper) =>
        upper < first ? -1 : RangeCode.RangeAt(CountBefore(levels, keys, upper));

    /// <summary>Finds the range that holds an address.</summary>
    /// <param name="levels">Where each level starts in the keys, the root first, the leaves last.</param>
    /// <param name="keys">All levels; the leaves hold the upper half of the last address of each range and of each gap, in turn.</param>
    /// <param name="lowers">The lower halves of the same addresses.</param>
    /// <param name="firstUpper">The upper half of the first address of the first range.</param>
    /// <param name="firstLower">The lower half of the first address of the first range.</param>
    /// <param name="upper">The first eight bytes of the address as a number.</param>
    /// <param name="lower">The last eight bytes of the address as a number.</param>
    /// <returns>The index of the range, or -1.</returns>
    public static int Find(ReadOnlySpan<int> levels, ReadOnlySpan<ulong> keys, ReadOnlySpan<ulong> lowers, ulong firstUpper, ulong firstLower, ulong upper, ulong lower)
    {
        if (upper < firstUpper || (upper == firstUpper && lower < firstLower))
        {
            return -1;
        }

        var before = CountBefore(levels, keys, upper);
        var uppers = keys.Slice(levels[^1], lowers.Length);
        return RangeCode.RangeAt(before < uppers.Length && uppers[before] == upper ? CountBefore(uppers, lowers, before, upper, lower) : before);
    }

    private static int CountBefore(ReadOnlySpan<int> levels, ReadOnlySpan<ulong> keys, ulong upper)
    {
        var key = Vector128.Create(upper);
        var node = 0;
        for (var level = 0; level < levels.Length - 1; level++)
        {
            var inner = keys.Slice(levels[level] + (node * NodeKeys), NodeKeys);
            node = (node * (NodeKeys + 1)) + BitOperations.PopCount(Before(inner, key));
        }

        var leaf = keys.Slice(levels[^1] + (node * LeafKeys), LeafKeys);
        return (node * LeafKeys) + BitOperations.PopCount(Before(leaf[..NodeKeys], key) | (Before(leaf[NodeKeys..], key) << NodeKeys));
    }

    private static uint Before(ReadOnlySpan<ulong> keys, Vector128<ulong> key) =>
        Vector128.LessThan(Vector128.Create(keys), key).ExtractMostSignificantBits()
        | (Vector128.LessThan(Vector128.Create(keys[2..]), key).ExtractMostSignificantBits() << 2)
        | (Vector128.LessThan(Vector128.Create(keys[4..]), key).ExtractMostSignificantBits() << 4)
        | (Vector128.LessThan(Vector128.Create(keys[6..]), key).ExtractMostSignificantBits() << 6);

    // Few ends share an upper half, as a rule: steps that double find a bound, then halving finds the place.
    private static int CountBefore(ReadOnlySpan<ulong> uppers, ReadOnlySpan<ulong> lowers, int from, ulong upper, ulong lower)
    {
        var (low, step) = (from, 1);
        while (low + step <= lowers.Length && IsBefore(uppers, lowers, low + step - 1, upper, lower))
        {
            (low, step) = (low + step, step * 2);
        }

        var high = Math.Min(low + step - 1, lowers.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = IsBefore(uppers, lowers, middle, upper, lower) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static bool IsBefore(ReadOnlySpan<ulong> uppers, ReadOnlySpan<ulong> lowers, int end, ulong upper, ulong lower) =>
        uppers[end] < upper || (uppers[end] == upper && lowers[end] < lower);
}
