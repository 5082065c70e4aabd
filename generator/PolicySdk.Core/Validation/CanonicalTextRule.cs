using System.Globalization;
using PolicySdk.Addresses;
using PolicySdk.Policies;

namespace PolicySdk.Validation;

/// <summary>PSDK2009: an address that is right, but not written as RFC 5952 writes it, so that a search for it finds nothing.</summary>
internal static class CanonicalTextRule
{
    internal static void Check(PolicyEntry entry, string text, ProblemList problems)
    {
        // IPv4 has one spelling only. Forms that embed it are told to be wrong, whatever their text.
        if (entry.Addresses is not { Family: IpAddressFamily.IPv6 } addresses
            || (Canonical(addresses, text) is var canonical && canonical == text)
            || WellKnownRanges.Find(addresses)?.Kind == WellKnownKind.Embedding)
        {
            return;
        }

        problems.Add(RuleIds.NonCanonicalText, entry, $"{Problem.Quote(text)} is not the canonical text (RFC 5952). Write {canonical}.");
    }

    // The form that was chosen stays: /128 and first-last say the same as an address and a prefix.
    internal static string Canonical(IpRange addresses, string text)
    {
        var slash = text.IndexOf('/');
        return slash >= 0 ? addresses.First + "/" + int.Parse(text.Substring(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            : text.IndexOf('-') >= 0 ? addresses.First + "-" + addresses.Last
            : addresses.First.ToString();
    }
}
