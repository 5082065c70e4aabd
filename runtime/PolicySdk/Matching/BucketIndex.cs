using System.ComponentModel;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace PolicySdk.Matching;

/// <summary>
/// Finds the range of an IPv4 list by buckets: the high bits of the address say where in the sorted ends of ranges to look, and one
/// comparison of eight numbers counts those that lie before the address. Lists of some dozens to some thousands of ranges.
/// </summary>
/// <remarks>A two-level direct index, as in P. Gupta, S. Lin, N. McKeown: Routing Lookups in Hardware at Memory Access Speeds, INFOCOM 1998.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BucketIndex
{
    /// <summary>How many ends are compared at once; as many of the highest number follow the last end.</summary>
    internal const int Window = 8;

    /// <summary>Finds the range that holds an address.</summary>
    /// <param name="buckets">For each bucket how many ends lie before it, and for the one after the last.</param>
    /// <param name="ends">The last address of each range and of each gap, in turn, counted from <paramref name="first"/>.</param>
    /// <param name="shift">How many low bits of an address do not matter for its bucket.</param>
    /// <param name="first">The first address of the first range.</param>
    /// <param name="length">How far the last address of the last range lies from it.</param>
    /// <param name="address">The address as a number, first octet highest.</param>
    /// <returns>The index of the range, or -1.</returns>
    public static int Find(ReadOnlySpan<ushort> buckets, ReadOnlySpan<uint> ends, int shift, uint first, uint length, uint address)
    {
        var distance = address - first;
        if (distance > length)
        {
            return -1;
        }

        var bucket = (int)(distance >> shift);
        int low = buckets[bucket], high = buckets[bucket + 1];
        while (high - low > Window)
        {
            var middle = (low + high) >> 1;
            (low, high) = ends[middle] < distance ? (middle + 1, high) : (low, middle);
        }

        // What the window holds of later buckets does not lie before the address.
        var window = ends.Slice(low, Window);
        var key = Vector128.Create(distance);
        var before = Vector128.LessThan(Vector128.Create(window), key).ExtractMostSignificantBits()
            | (Vector128.LessThan(Vector128.Create(window[4..]), key).ExtractMostSignificantBits() << 4);
        return RangeCode.RangeAt(low + BitOperations.PopCount(before));
    }
}
