using PolicySdk.Matching;
using PolicySdk.Policies;
using PolicySdk.Validation;

namespace PolicySdk.Expectations;

/// <summary>PSDK5001: claims about one policy.</summary>
internal static class ExpectationRules
{
    internal static void Check(ExpandedPolicy policy, NetworkTable networks, ProblemList problems)
    {
        var budget = new WorkBudget(PolicyLimits.ClaimWork);
        var sets = new EnforcedSets(policy, budget);
        var refuter = new ClaimRefuter(sets, new(networks, budget));
        foreach (var claim in policy.Document.Expectations)
        {
            Check(claim, sets, refuter, problems);
            if (budget.IsSpent)
            {
                problems.Add(RuleIds.FailedExpectation, claim.Range, "The policy has too many claims for so many entries, so this one and those after it are not decided. Use fewer, or wider ones.");
                return;
            }
        }

        UntouchedEntryRule.Check(policy, new(networks, new()), problems);
    }

    private static void Check(Expectation claim, EnforcedSets sets, ClaimRefuter refuter, ProblemList problems)
    {
        if (claim.Client is not null && sets.IndexOf(claim.Client) is null)
        {
            var nearest = NearestName.Find(claim.Client, sets.Policy.Document.Clients.Select(static client => client.Id));
            var hint = nearest is null ? "Name one that has a list here." : $"Did you mean '{nearest}'?";
            problems.Add(RuleIds.FailedExpectation, claim.ClientRange, $"The policy has no client {Problem.Quote(claim.Client)} to claim anything of. {hint}");
            return;
        }

        if (!claim.IsComparison && refuter.Refute(claim) is { } refutation && !sets.IsSpent)
        {
            problems.Add(RuleIds.FailedExpectation, claim.Range, refutation.Message);
        }
    }
}
