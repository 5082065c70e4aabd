using System.Globalization;
using System.Numerics;
using PolicySdk.Addresses;

namespace PolicySdk.Testing.Exposure;

/// <summary>The size of a set of addresses for people, and exact: a list that is wider by one bit has another one.</summary>
internal static class AddressCount
{
    private const int Readable = 1_000_000;
    private const int MostTerms = 3;

    /// <summary>Both families: <c>93 v4, 2^80 v6</c>.</summary>
    internal static string Of(IpRangeSet set) => $"{Of(set.CountAddresses(IpAddressFamily.IPv4))} v4, {Of(set.CountAddresses(IpAddressFamily.IPv6))} v6";

    private static string Of(BigInteger count)
    {
        var terms = new List<long>();
        for (var left = count; !left.IsZero && terms.Count <= MostTerms; left -= BigInteger.One << (int)terms[^1])
        {
            terms.Add(left.GetBitLength() - 1);
        }

        return count < Readable || terms.Count > MostTerms
            ? count.ToString(CultureInfo.InvariantCulture)
            : string.Join("+", terms.Select(static power => power == 0 ? "1" : string.Create(CultureInfo.InvariantCulture, $"2^{power}")));
    }
}
