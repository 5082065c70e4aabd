namespace PolicySdk.Generator.Forms.Tables;

/// <summary>
/// The last addresses of the ranges of a list and of the gaps between them, in turn, as distances from the first address of the first
/// range: <c>2n - 2</c> for n ranges, as nothing lies before the first and after the last. Ranges that touch have an empty gap between
/// them, which ends where the range before does.
/// </summary>
/// <param name="First">The first address of the first range.</param>
/// <param name="Length">The distance of the last address of the last range.</param>
/// <param name="Distances">The ends, sorted.</param>
internal sealed record IPv4Ends(uint First, uint Length, IReadOnlyList<uint> Distances)
{
    internal static IPv4Ends Of(IReadOnlyList<CodedRange> ranges)
    {
        var first = (uint)ranges[0].First.Lower;
        var distances = new uint[(2 * ranges.Count) - 2];
        for (var i = 0; i + 1 < ranges.Count; i++)
        {
            distances[2 * i] = (uint)ranges[i].Last.Lower - first;
            distances[(2 * i) + 1] = (uint)ranges[i + 1].First.Lower - 1 - first;
        }

        return new(first, (uint)ranges[ranges.Count - 1].Last.Lower - first, distances);
    }

    /// <summary>For each bucket of distances with the same high bits how many ends lie before it, and for the one after the last.</summary>
    internal ulong[] Buckets(int shift)
    {
        var buckets = new ulong[(Length >> shift) + 2];
        var ends = 0;
        for (var bucket = 0; bucket < buckets.Length; bucket++)
        {
            for (; ends < Distances.Count && Distances[ends] >> shift < bucket; ends++)
            {
            }

            buckets[bucket] = (ulong)ends;
        }

        return buckets;
    }

    /// <summary>The index of the range that holds an address, or -1, by a search among the ends of its bucket.</summary>
    /// <param name="buckets">The buckets.</param>
    /// <param name="shift">How many low bits of a distance do not matter for its bucket.</param>
    /// <param name="end">An end as its table has it, cut to so many bits as the key is.</param>
    /// <param name="address">The address.</param>
    /// <param name="key">The bits of a distance that are compared.</param>
    internal int FindRange(IReadOnlyList<ulong> buckets, int shift, Func<int, ulong> end, uint address, uint key)
    {
        var distance = unchecked(address - First);
        if (distance > Length)
        {
            return -1;
        }

        var bucket = (int)(distance >> shift);
        var before = (int)buckets[bucket];
        for (; before < (int)buckets[bucket + 1] && end(before) < (distance & key); before++)
        {
        }

        return before % 2 == 0 ? before / 2 : -1;
    }
}
