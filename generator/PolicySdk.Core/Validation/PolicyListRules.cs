using PolicySdk.Addresses;
using PolicySdk.Matching;
using PolicySdk.Policies;
using PolicySdk.Validation.Redundancy;

namespace PolicySdk.Validation;

/// <summary>The rules on the lists of a policy with its networks written out.</summary>
internal static class PolicyListRules
{
    /// <summary>Whether claims about the policy are worth deciding: not while it is open to the world or to nobody, where few could hold.</summary>
    internal static bool Check(ExpandedPolicy policy, ProjectContext context, ProblemList problems)
    {
        var expander = new EntryExpander(context.Networks, new());
        var never = IpRangeSet.Of(context.Guardrails.Never);
        foreach (var list in policy.AllowedLists)
        {
            CheckList(list, expander, problems);
            foreach (var entry in list)
            {
                GuardrailRules.CheckNever(entry, never, problems);
                TrustedProxyRule.Check(entry, policy, context.TrustedProxies, problems);
            }
        }

        CheckList(policy.Block, expander, problems);
        SharedEntriesRule.Check(policy, problems);
        return BlockedPolicyRule.Check(policy, problems) & WorldOpenRule.CheckUnions(policy, problems);
    }

    /// <summary>The rules on any list.</summary>
    internal static void CheckList(IReadOnlyList<ListEntry> list, EntryExpander expander, ProblemList problems)
    {
        RedundancyRules.Check(list, problems);
        foreach (var entry in list)
        {
            ExceptRule.Check(entry.Entry, expander, problems);
        }
    }
}
