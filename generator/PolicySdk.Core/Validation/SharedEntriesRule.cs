using PolicySdk.Addresses;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Validation;

/// <summary>PSDK4005: an entry of a client whose addresses are in <c>allow</c> already, at least as long.</summary>
internal static class SharedEntriesRule
{
    internal static void Check(ExpandedPolicy policy, ProblemList problems)
    {
        if (policy.Allow.Count == 0 || policy.Clients.Count == 0)
        {
            return;
        }

        var shared = ExpandedPolicy.PiecesOf(policy.Allow);
        var sets = new Dictionary<EntryCondition, IpRangeSet>();
        foreach (var entry in policy.Clients.SelectMany(static entries => entries))
        {
            if (entry.Pieces.Count > 0 && entry.Pieces.All(piece => SharedBy(piece.Condition).Contains(piece.Range)))
            {
                problems.Add(RuleIds.ClientEntryInAllow, entry.Entry, $"{entry.Entry.Text} is in 'allow' already, which is for every client. Remove it here, or there.");
            }
        }

        IpRangeSet SharedBy(EntryCondition condition)
        {
            // So many different conditions are no list that a person reads.
            if (sets.Count > PolicyLimits.Environments && !sets.ContainsKey(condition))
            {
                return IpRangeSet.Empty;
            }

            return sets.TryGetValue(condition, out var set) ? set
                : sets[condition] = IpRangeSet.Of(shared.Where(piece => piece.Condition.Includes(condition)).Select(static piece => piece.Range));
        }
    }
}
