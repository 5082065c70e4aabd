using System.Globalization;
using System.Numerics;
using PolicySdk.Addresses;

namespace PolicySdk.Cli.Output;

/// <summary>How many addresses a set has, for people and for programs.</summary>
internal static class AddressCountText
{
    /// <summary>In words, by family; nothing for no addresses.</summary>
    internal static string Of(IpRangeSet set)
    {
        var (four, six) = (set.CountAddresses(IpAddressFamily.IPv4), set.CountAddresses(IpAddressFamily.IPv6));
        string?[] parts = [four.IsZero ? null : Of(four, "IPv4"), six.IsZero ? null : Of(six, "IPv6")];
        return string.Join(" and ", parts.Where(static part => part is not null));
    }

    /// <summary>Writes <c>v4</c> and <c>v6</c> as decimal texts, as counts go up to 2^128.</summary>
    internal static void WriteCounts(this System.Text.Json.Utf8JsonWriter json, IpRangeSet set)
    {
        json.WriteString("v4", set.CountAddresses(IpAddressFamily.IPv4).ToString(CultureInfo.InvariantCulture));
        json.WriteString("v6", set.CountAddresses(IpAddressFamily.IPv6).ToString(CultureInfo.InvariantCulture));
    }

    private static string Of(BigInteger count, string family)
    {
        var power = (int)count.GetBitLength() - 1;
        var text = power >= 32 && count == BigInteger.One << power ? $"2^{power}" : count.ToString("N0", CultureInfo.InvariantCulture);
        return $"{text} {family} {(count.IsOne ? "address" : "addresses")}";
    }
}
