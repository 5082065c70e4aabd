using PolicySdk.Addresses;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Validation;

/// <summary>PSDK2006: an entry, or lists together, that let every address of a family in.</summary>
internal static class WorldOpenRule
{
    private static readonly IpAddressFamily[] Families = [IpAddressFamily.IPv4, IpAddressFamily.IPv6];

    internal static void CheckEntry(PolicyEntry entry, ProblemList problems)
    {
        if (entry.Addresses is { IsWholeFamily: true } addresses)
        {
            problems.Add(RuleIds.WorldOpen, entry, $"{addresses} is every {addresses.Family} address. Write the networks that may call; what is meant for everybody is opened in code, with a reason.");
        }
    }

    /// <summary>Checks what every caller, and what each client, is let in by; true if none of it is everything.</summary>
    internal static bool CheckUnions(ExpandedPolicy policy, ProblemList problems)
    {
        if (!policy.AllowedLists.Any(StartsFamily))
        {
            return true;
        }

        var gaps = SetOf(policy.Allow, policy).Complement();
        var isOpen = CheckUnion(policy.Allow, IpRangeSet.Everything, gaps.Complement(), problems);
        if (!isOpen)
        {
            // A client has the shared list too: its own is everything where it fills what that one leaves.
            foreach (var client in policy.Clients)
            {
                isOpen |= CheckUnion(client, gaps, SetOf(client, policy), problems);
            }
        }

        return !isOpen;
    }

    /// <summary>Checks the union of one list that stands for itself.</summary>
    internal static void CheckUnion(IReadOnlyList<ListEntry> list, ProblemList problems) => CheckUnion(list, IpRangeSet.Everything, IpRangeSet.Of(ExpandedPolicy.PiecesOf(list).Select(static piece => piece.Range)), problems);

    private static bool CheckUnion(IReadOnlyList<ListEntry> list, IpRangeSet missing, IpRangeSet union, ProblemList problems)
    {
        var open = Families.Where(family => list.Count > 0 && missing.Within(IpRange.All(family)).All(union.Contains)).ToList();
        foreach (var family in open)
        {
            problems.Add(RuleIds.WorldOpen, list[0].Entry.Range, $"The entries of this list together are every {family} address. Write the networks that may call.");
        }

        return open.Count > 0;
    }

    // What is everything has the first address of its family, which few lists have: seeing that is cheaper than uniting them.
    private static bool StartsFamily(IReadOnlyList<ListEntry> list)
    {
        foreach (var entry in list)
        {
            for (var i = 0; i < entry.Pieces.Count; i++)
            {
                if (entry.Pieces[i].Range.First is { Upper: 0, Lower: 0 })
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IpRangeSet SetOf(IReadOnlyList<ListEntry> list, ExpandedPolicy policy) =>
        IpRangeSet.Of(ExpandedPolicy.PiecesOf(list).Where(piece => !policy.Waives(RuleIds.WorldOpen, piece)).Select(static piece => piece.Range));
}
