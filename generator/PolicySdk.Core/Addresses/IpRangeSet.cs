using System.Collections;
using System.Numerics;

namespace PolicySdk.Addresses;

/// <summary>
/// A set of addresses of both families: ranges that are sorted, disjoint and not adjacent, IPv4 first. The only CIDR algebra of the
/// repository. Every operation is linear in the number of ranges, but for <see cref="Of(IEnumerable{IpRange})"/> and
/// <see cref="Union"/>, which sort.
/// </summary>
internal sealed class IpRangeSet : IEquatable<IpRangeSet>, IReadOnlyList<IpRange>
{
    internal static readonly IpRangeSet Empty = new([]);

    internal static readonly IpRangeSet Everything = new([IpRange.All(IpAddressFamily.IPv4), IpRange.All(IpAddressFamily.IPv6)]);

    private readonly IpRange[] _ranges;

    private IpRangeSet(IpRange[] ranges) => _ranges = ranges;

    public int Count => _ranges.Length;

    public IpRange this[int index] => _ranges[index];

    internal bool IsEmpty => _ranges.Length == 0;

    internal static IpRangeSet Of(params IpRange[] ranges) => Of((IEnumerable<IpRange>)ranges);

    internal static IpRangeSet Of(IEnumerable<IpRange> ranges)
    {
        var all = ranges.ToArray();
        if (RangeOrder.IsSorted(all))
        {
            return Merge(all);
        }

        var order = RangeOrder.Of(all);
        var sorted = new IpRange[all.Length];
        for (var i = 0; i < order.Length; i++)
        {
            sorted[i] = all[order[i]];
        }

        return Merge(sorted);
    }

    internal IpRangeSet Union(IpRangeSet other) => Of(_ranges.Concat(other._ranges));

    internal IpRangeSet Intersect(IpRangeSet other)
    {
        var result = new List<IpRange>();
        for (int i = 0, j = 0; i < Count && j < other.Count;)
        {
            var (left, right) = (this[i], other[j]);
            var first = left.First > right.First ? left.First : right.First;
            var last = left.Last < right.Last ? left.Last : right.Last;
            if (first <= last)
            {
                result.Add(new(first, last));
            }

            if (left.Last < right.Last)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return new([.. result]);
    }

    internal IpRangeSet Subtract(IpRangeSet other) => Intersect(other.Complement());

    /// <summary>All addresses of both families that are not in this set.</summary>
    internal IpRangeSet Complement() => new([.. Gaps(IpAddressFamily.IPv4), .. Gaps(IpAddressFamily.IPv6)]);

    /// <summary>What a change from this set to another gains and loses.</summary>
    internal (IpRangeSet Gained, IpRangeSet Lost) Difference(IpRangeSet after) => (after.Subtract(this), Subtract(after));

    internal bool Contains(IpAddressValue address)
    {
        var index = IndexOfLastStartingAtOrBefore(address);
        return index >= 0 && this[index].Contains(address);
    }

    internal bool Contains(IpRange range)
    {
        var index = IndexOfLastStartingAtOrBefore(range.First);
        return index >= 0 && this[index].Contains(range);
    }

    internal bool Contains(IpRangeSet other) => other.All(Contains);

    /// <summary>The part of this set that lies in a range, in order; found by binary search.</summary>
    internal IEnumerable<IpRange> Within(IpRange range)
    {
        for (var i = Math.Max(0, IndexOfLastStartingAtOrBefore(range.First)); i < Count && this[i].First <= range.Last; i++)
        {
            var first = this[i].First > range.First ? this[i].First : range.First;
            var last = this[i].Last < range.Last ? this[i].Last : range.Last;
            if (first <= last)
            {
                yield return new(first, last);
            }
        }
    }

    internal bool Covers(IpAddressFamily family) => Contains(IpRange.All(family));

    /// <summary>How many addresses of a family the set has; up to 2^128.</summary>
    internal BigInteger CountAddresses(IpAddressFamily family) =>
        _ranges.Where(range => range.Family == family).Aggregate(BigInteger.Zero, static (sum, range) => sum + range.Count);

    /// <summary>The fewest prefixes that hold exactly this set, in order.</summary>
    internal IEnumerable<IpPrefix> ToPrefixes() => _ranges.SelectMany(static range => range.ToPrefixes());

    public bool Equals(IpRangeSet? other) => other is not null && _ranges.SequenceEqual(other._ranges);

    public override bool Equals(object? obj) => Equals(obj as IpRangeSet);

    public override int GetHashCode() => IsEmpty ? 0 : unchecked((Count * 31) + this[0].GetHashCode());

    public IEnumerator<IpRange> GetEnumerator() => ((IEnumerable<IpRange>)_ranges).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Merges where they stand: the array is its own.
    private static IpRangeSet Merge(IpRange[] sorted)
    {
        var last = -1;
        foreach (var range in sorted)
        {
            if (last >= 0 && Touches(sorted[last], range))
            {
                var before = sorted[last];
                sorted[last] = before with { Last = before.Last > range.Last ? before.Last : range.Last };
            }
            else
            {
                sorted[++last] = range;
            }
        }

        Array.Resize(ref sorted, last + 1);
        return new(sorted);
    }

    private static bool Touches(IpRange before, IpRange range) =>
        before.Family == range.Family && (range.First <= before.Last || before.IsBefore(range));

    private IEnumerable<IpRange> Gaps(IpAddressFamily family)
    {
        var start = IpAddressValue.Min(family);
        foreach (var range in _ranges.Where(range => range.Family == family))
        {
            if (range.First > start && range.First.TryPrevious(out var end))
            {
                yield return new(start, end);
            }

            if (!range.Last.TryNext(out start))
            {
                yield break;
            }
        }

        yield return new(start, IpAddressValue.Max(family));
    }

    private int IndexOfLastStartingAtOrBefore(IpAddressValue address)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (_ranges[middle].First <= address)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }
}
