using System.Numerics;

namespace PolicySdk.Addresses;

/// <summary>An address as a number of 32 or 128 bits; IPv4 stands in <paramref name="Lower"/>. Ordered by family, then by number.</summary>
internal readonly record struct IpAddressValue(IpAddressFamily Family, ulong Upper, ulong Lower) : IComparable<IpAddressValue>
{
    private const ulong MappedMarker = 0xFFFF;

    internal int Width => Family == IpAddressFamily.IPv4 ? 32 : 128;

    /// <summary>Whether this is an IPv4-mapped IPv6 address (RFC 4291 2.5.5.2).</summary>
    internal bool IsMapped => Family == IpAddressFamily.IPv6 && Upper == 0 && Lower >> 32 == MappedMarker;

    internal static IpAddressValue IPv4(uint value) => new(IpAddressFamily.IPv4, 0, value);

    internal static IpAddressValue IPv6(ulong upper, ulong lower) => new(IpAddressFamily.IPv6, upper, lower);

    internal static IpAddressValue Min(IpAddressFamily family) => new(family, 0, 0);

    internal static IpAddressValue Max(IpAddressFamily family) =>
        family == IpAddressFamily.IPv4 ? IPv4(uint.MaxValue) : IPv6(ulong.MaxValue, ulong.MaxValue);

    public static bool operator <(IpAddressValue left, IpAddressValue right) => left.CompareTo(right) < 0;

    public static bool operator >(IpAddressValue left, IpAddressValue right) => left.CompareTo(right) > 0;

    public static bool operator <=(IpAddressValue left, IpAddressValue right) => left.CompareTo(right) <= 0;

    public static bool operator >=(IpAddressValue left, IpAddressValue right) => left.CompareTo(right) >= 0;

    public int CompareTo(IpAddressValue other) =>
        Family != other.Family ? ((int)Family).CompareTo((int)other.Family)
        : Upper != other.Upper ? Upper.CompareTo(other.Upper)
        : Lower.CompareTo(other.Lower);

    /// <summary>The address after this one in its family; false for the last.</summary>
    internal bool TryNext(out IpAddressValue next)
    {
        var isLast = this == Max(Family);
        next = isLast ? this : this with { Upper = Lower == ulong.MaxValue ? Upper + 1 : Upper, Lower = unchecked(Lower + 1) };
        return !isLast;
    }

    /// <summary>The address before this one in its family; false for the first.</summary>
    internal bool TryPrevious(out IpAddressValue previous)
    {
        var isFirst = Upper == 0 && Lower == 0;
        previous = isFirst ? this : this with { Upper = Lower == 0 ? Upper - 1 : Upper, Lower = unchecked(Lower - 1) };
        return !isFirst;
    }

    /// <summary>This address with its lowest bits set.</summary>
    internal IpAddressValue WithHostBitsSet(int hostBits) => this with { Upper = Upper | UpperMask(hostBits), Lower = Lower | LowerMask(hostBits) };

    /// <summary>This address with its lowest bits cleared.</summary>
    internal IpAddressValue WithHostBitsCleared(int hostBits) => this with { Upper = Upper & ~UpperMask(hostBits), Lower = Lower & ~LowerMask(hostBits) };

    /// <summary>The IPv4 address in the last 32 bits of an embedding form.</summary>
    internal IpAddressValue EmbeddedIPv4() => IPv4(unchecked((uint)Lower));

    internal BigInteger ToBigInteger() => (new BigInteger(Upper) << 64) | new BigInteger(Lower);

    /// <summary>The canonical text: dotted decimal, or RFC 5952.</summary>
    public override string ToString() => Family == IpAddressFamily.IPv4 ? IPv4Format.Format((uint)Lower) : IPv6Format.Format(Upper, Lower);

    private static ulong LowerMask(int hostBits) => hostBits >= 64 ? ulong.MaxValue : (1UL << hostBits) - 1;

    private static ulong UpperMask(int hostBits) => hostBits <= 64 ? 0 : hostBits >= 128 ? ulong.MaxValue : (1UL << (hostBits - 64)) - 1;
}
