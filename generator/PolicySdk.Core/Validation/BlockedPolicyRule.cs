using PolicySdk.Addresses;
using PolicySdk.Policies;

namespace PolicySdk.Validation;

/// <summary>PSDK4006: a <c>block</c> list that always holds every address that the policy lets in.</summary>
internal static class BlockedPolicyRule
{
    /// <summary>Whether the policy lets anybody in; reports it otherwise.</summary>
    internal static bool Check(ExpandedPolicy policy, ProblemList problems)
    {
        if (policy.Block.Count == 0)
        {
            return true;
        }

        var blocked = IpRangeSet.Of(ExpandedPolicy.PiecesOf(policy.Block).Where(static piece => piece.Condition.IsAlways).Select(static piece => piece.Range));
        var allowed = IpRangeSet.Of(policy.AllowedLists.SelectMany(ExpandedPolicy.PiecesOf).Select(static piece => piece.Range));
        if (allowed.IsEmpty || !blocked.Contains(allowed))
        {
            return true;
        }

        problems.Add(RuleIds.BlockedPolicy, policy.Block.First(static entry => entry.Pieces.Count > 0).Entry.Range, "'block' covers every address that the policy lets in: it refuses everybody. Narrow the block, or remove the policy.");
        return false;
    }
}
