using System.Buffers.Binary;
using System.Net;

namespace PolicySdk;

/// <summary>The addresses of one prefix as numbers. An IPv6 prefix holds no IPv4 caller, whatever it covers.</summary>
internal readonly record struct ProxyRange(bool IsIPv4, UInt128 First, UInt128 Last)
{
    private static readonly UInt128 FirstMapped = new(0, CallerAddress.MappedPrefix);

    private static readonly UInt128 LastMapped = new(0, CallerAddress.MappedPrefix | uint.MaxValue);

    /// <summary>Whether an IPv6 prefix holds IPv4-mapped addresses, which ASP.NET Core takes for IPv4 callers.</summary>
    internal bool HoldsMapped => !IsIPv4 && First <= LastMapped && Last >= FirstMapped;

    /// <summary>
    /// Whether prefixes together hold so much of a family that those can't all be proxies: half of IPv4, or an eighth of IPv6, which is as
    /// much as is in use (2000::/3, RFC 4291 2.4).
    /// </summary>
    internal static bool AreTooMany(IEnumerable<ProxyRange> ranges) => ranges
        .Select(static range => range.HoldsMapped ? new(true, UInt128.Max(range.First, FirstMapped) - FirstMapped, UInt128.Min(range.Last, LastMapped) - FirstMapped) : range)
        .GroupBy(static range => range.IsIPv4)
        .Any(static family => Count(family) >= UInt128.One << (family.Key ? 31 : 125));

    internal static ProxyRange Of(IPNetwork prefix)
    {
        var bytes = prefix.BaseAddress.GetAddressBytes();
        var isIPv4 = bytes.Length == 4;
        var first = isIPv4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt128BigEndian(bytes);
        var hostBits = (bytes.Length * 8) - prefix.PrefixLength;

        // A shift by the full width would be none.
        var span = hostBits == 128 ? UInt128.MaxValue : (UInt128.One << hostBits) - 1;
        return new(isIPv4, first, first | span);
    }

    // No caller is counted twice, in however many prefixes it is.
    private static UInt128 Count(IEnumerable<ProxyRange> ranges)
    {
        var (count, next) = (UInt128.Zero, UInt128.Zero);
        foreach (var range in ranges.OrderBy(static range => range.First))
        {
            if (range.Last >= next)
            {
                count += range.Last - UInt128.Max(range.First, next) + 1;
                next = range.Last + 1;
            }
        }

        return count;
    }

    internal bool Contains(in CallerAddress caller)
    {
        var address = new UInt128(caller.Upper, caller.Lower);
        return caller.IsIPv4 == IsIPv4 && First <= address && address <= Last;
    }
}
