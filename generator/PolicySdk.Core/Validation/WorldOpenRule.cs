using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Validation;

/// <summary>PSDK2006: an entry, or a whole list, that lets every address of a family in.</summary>
internal static class WorldOpenRule
{
    internal static void CheckEntry(PolicyEntry entry, ProblemList problems)
    {
        if (entry.Addresses is { IsWholeFamily: true } addresses)
        {
            problems.Add(RuleIds.WorldOpen, entry.Range, $"{addresses} is every {addresses.Family} address. Write the networks that may call; what is meant for everybody is opened in code, with a reason.");
        }
    }

    /// <summary>Checks the union of a list, unless an entry of the list is open by itself and reported as that.</summary>
    internal static void CheckUnion(EquatableArray<PolicyEntry> entries, IReadOnlyList<MatchPiece> pieces, ProblemList problems)
    {
        if (entries.Count == 0 || entries.Any(static entry => entry is { Off: null, Addresses.IsWholeFamily: true }))
        {
            return;
        }

        var union = IpRangeSet.Of(pieces.Select(static piece => piece.Range));
        foreach (var family in new[] { IpAddressFamily.IPv4, IpAddressFamily.IPv6 }.Where(union.Covers))
        {
            problems.Add(RuleIds.WorldOpen, entries[0].Range, $"The entries of this list together are every {family} address. Write the networks that may call.");
        }
    }
}
