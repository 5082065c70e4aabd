using System.ComponentModel;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace PolicySdk.Matching;

/// <summary>
/// Finds the range of a long IPv4 list: the high 16 bits of the address say where to look, and of the ends of ranges only the low 16 bits
/// are kept, so that the table of a quarter of a million ranges stays near the processor.
/// </summary>
/// <remarks>M. Zec, L. Rizzo, M. Mikuc: DXR: Towards a Billion Routing Lookups per Second in Software, SIGCOMM CCR 42(5), 2012.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Dxr
{
    /// <summary>How many ends are compared at once; as many zeros follow the last end.</summary>
    internal const int Window = 16;

    private const int LowBits = 16;

    /// <summary>Finds the range that holds an address.</summary>
    /// <param name="buckets">For each value of the high 16 bits of a distance how many ends lie before it, and for the one after the last.</param>
    /// <param name="ends">The last address of each range and of each gap, in turn: the low 16 bits of its distance from <paramref name="first"/>.</param>
    /// <param name="first">The first address of the first range.</param>
    /// <param name="length">How far the last address of the last range lies from it.</param>
    /// <param name="address">The address as a number, first octet highest.</param>
    /// <returns>The index of the range, or -1.</returns>
    public static int Find(ReadOnlySpan<uint> buckets, ReadOnlySpan<ushort> ends, uint first, uint length, uint address)
    {
        var distance = address - first;
        if (distance > length)
        {
            return -1;
        }

        var bucket = (int)(distance >> LowBits);
        var low = (int)buckets[bucket];
        var high = (int)buckets[bucket + 1];
        while (high - low > Window)
        {
            var middle = (low + high) >> 1;
            (low, high) = ends[middle] < (ushort)distance ? (middle + 1, high) : (low, middle);
        }

        // Low halves of later buckets tell nothing here.
        var window = ends.Slice(low, Window);
        var key = Vector128.Create((ushort)distance);
        var before = Vector128.LessThan(Vector128.Create(window), key).ExtractMostSignificantBits()
            | (Vector128.LessThan(Vector128.Create(window[8..]), key).ExtractMostSignificantBits() << 8);
        return RangeCode.RangeAt(low + BitOperations.PopCount(before & ((1u << (high - low)) - 1)));
    }
}
