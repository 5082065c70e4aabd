using System.Numerics;

namespace PolicySdk.Addresses;

/// <summary>All addresses of one family from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
internal readonly record struct IpRange(IpAddressValue First, IpAddressValue Last) : IComparable<IpRange>
{
    internal IpAddressFamily Family => First.Family;

    internal bool IsSingle => First == Last;

    internal bool IsWholeFamily => First == IpAddressValue.Min(Family) && Last == IpAddressValue.Max(Family);

    internal BigInteger Count => Last.ToBigInteger() - First.ToBigInteger() + BigInteger.One;

    internal static IpRange All(IpAddressFamily family) => new(IpAddressValue.Min(family), IpAddressValue.Max(family));

    public int CompareTo(IpRange other) => First != other.First ? First.CompareTo(other.First) : Last.CompareTo(other.Last);

    /// <summary>Orders ranges by how many addresses they hold, without big numbers: a planner of many entries asks often.</summary>
    internal static int CompareCounts(IpRange left, IpRange right)
    {
        var (leftUpper, leftLower) = left.Distance;
        var (rightUpper, rightLower) = right.Distance;
        return leftUpper != rightUpper ? leftUpper.CompareTo(rightUpper) : leftLower.CompareTo(rightLower);
    }

    private (ulong Upper, ulong Lower) Distance => unchecked((Last.Upper - First.Upper - (Last.Lower < First.Lower ? 1UL : 0UL), Last.Lower - First.Lower));

    internal bool Contains(IpAddressValue address) => First <= address && address <= Last;

    internal bool Contains(IpRange other) => First <= other.First && other.Last <= Last;

    internal bool Overlaps(IpRange other) => First <= other.Last && other.First <= Last;

    /// <summary>Whether another range starts with the address after the last one of this.</summary>
    internal bool IsBefore(IpRange other) => Last < other.First && Last.TryNext(out var next) && next == other.First;

    /// <summary>The fewest prefixes that hold exactly these addresses, in order.</summary>
    internal IEnumerable<IpPrefix> ToPrefixes()
    {
        var (first, last) = this;
        while (true)
        {
            var hostBits = LargestBlock(first, last);
            yield return new(first, first.Width - hostBits);
            if (!first.WithHostBitsSet(hostBits).TryNext(out first) || first > last)
            {
                yield break;
            }
        }
    }

    /// <summary>A single address, a prefix where the range is one, otherwise <c>first-last</c>.</summary>
    public override string ToString() =>
        IsSingle ? First.ToString()
        : TryGetHostBits(out var hostBits) ? new IpPrefix(First, First.Width - hostBits).ToString()
        : First + "-" + Last;

    // A prefix is where the two ends differ in all of the last bits, which are clear in the first, and in no others.
    private bool TryGetHostBits(out int hostBits)
    {
        var (upper, lower) = (First.Upper ^ Last.Upper, First.Lower ^ Last.Lower);
        hostBits = 0;
        for (var bits = upper == 0 ? lower : upper; bits != 0; bits >>= 1)
        {
            hostBits++;
        }

        hostBits += upper == 0 ? 0 : 64;
        return First.WithHostBitsCleared(hostBits) == First && First.WithHostBitsSet(hostBits) == Last;
    }

    private static int LargestBlock(IpAddressValue first, IpAddressValue last)
    {
        var bits = 0;
        while (bits < first.Width && first.WithHostBitsCleared(bits + 1) == first && first.WithHostBitsSet(bits + 1) <= last)
        {
            bits++;
        }

        return bits;
    }
}
