using PolicySdk.Addresses;
using PolicySdk.Policies;

namespace PolicySdk.Validation;

/// <summary>PSDK2013: public addresses that were probably meant to be private ones (RFC 1918 3).</summary>
internal static class NearPrivateRule
{
    private static readonly string[] PrivateWords = ["private", "internal", "intranet", "rfc1918", "rfc 1918", "lan"];

    private static readonly NearMiss[] Misses =
    [
        new(WellKnownRanges.Parse("192.186.0.0/16"), WellKnownRanges.Parse("192.168.0.0/16"), IsAlways: true),
        new(WellKnownRanges.Parse("192.169.0.0/16"), WellKnownRanges.Parse("192.168.0.0/16"), IsAlways: true),
        new(WellKnownRanges.Parse("172.0.0.0/8"), WellKnownRanges.Parse("172.16.0.0/12"), IsAlways: true),
        new(WellKnownRanges.Parse("172.16.0.0/16"), WellKnownRanges.Parse("172.16.0.0/12"), IsAlways: false),
    ];

    /// <summary>Checks an entry of a list, whose network may be called private.</summary>
    internal static void Check(PolicyEntry entry, bool isNetworkPrivate, ProblemList problems)
    {
        if (entry.Addresses is not { Family: IpAddressFamily.IPv4 } addresses)
        {
            return;
        }

        var isNamedPrivate = isNetworkPrivate || IsNamedPrivate(entry.Note);
        foreach (var miss in Misses)
        {
            if (miss.Fits(addresses, isNamedPrivate))
            {
                problems.Add(RuleIds.NearPrivateRange, entry, $"{addresses} is {Describe(miss, addresses)}. The private range is {miss.Meant} (RFC 1918).");
                return;
            }
        }
    }

    private static string Describe(NearMiss miss, IpRange addresses) =>
        miss.Meant.Contains(addresses) ? "only a part of the private range" : addresses.Contains(miss.Meant) ? "mostly public addresses" : "a public range";

    /// <summary>Whether a text calls something private. Whole words only: a note about a plan is not about a LAN.</summary>
    internal static bool IsNamedPrivate(string? text) =>
        text is not null && PrivateWords.Any(word => (" " + Spaced(text) + " ").Contains(" " + word + " "));

    private static string Spaced(string text) => new([.. text.Select(static c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]);

    /// <summary>A range that is written for another.</summary>
    /// <param name="Written">What is written.</param>
    /// <param name="Meant">What is probably meant.</param>
    /// <param name="IsAlways">Whether the range itself is suspicious, not only when it is called private.</param>
    private sealed record NearMiss(IpRange Written, IpRange Meant, bool IsAlways)
    {
        internal bool Fits(IpRange addresses, bool isNamedPrivate) =>
            (addresses == Written && (IsAlways || isNamedPrivate))
            || (isNamedPrivate && IsAlways && Written.Contains(addresses) && !Meant.Contains(addresses));
    }
}
