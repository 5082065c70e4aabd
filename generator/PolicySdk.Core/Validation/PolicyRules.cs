using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Validation;

/// <summary>What must hold of a policy together with the networks of the project.</summary>
internal static class PolicyRules
{
    /// <summary>Whether the policy can be compiled; reports what is wrong with it.</summary>
    internal static bool Check(PolicyDocument document, ProjectContext context, ProblemList problems)
    {
        CheckEntries(document, context.Guardrails, problems);
        var isUsable = UnknownNetworkRule.Check(document.Entries, context.Networks, problems);
        foreach (var target in document.Expectations.SelectMany(static expectation => expectation.Targets).Where(static target => target.Net is not null))
        {
            isUsable &= UnknownNetworkRule.Check(target.Net!, target.Range, context.Networks, problems);
        }

        var count = context.Networks.CountEntries(document.Entries);
        if (count > PolicyLimits.EntriesOfPolicy)
        {
            problems.Add(RuleIds.UnreadableYaml, document.NameRange, "The policy has more than 500,000 entries, networks included. Use wider prefixes or several policies.");
        }

        return isUsable && count <= PolicyLimits.EntriesOfPolicy;
    }

    /// <summary>Whether the policy with its networks written out is small enough to compile; reports it otherwise.</summary>
    internal static bool CheckSize(PolicyDocument document, IReadOnlyList<EntryRow> rows, WorkBudget budget, ProblemList problems)
    {
        var fault = budget.IsSpent ? "The entries of the policy overlap under too many different conditions (dates, environments, exceptions) to be compiled. Give entries that overlap the same conditions, or split the policy."
            : rows.Sum(static row => (long)row.TextLength) > PolicyLimits.TextOfPolicy ? "The notes, owners and tickets of the policy's entries, networks written out, are longer than 32 Mi characters. Shorten those of the networks that are used most."
            : null;
        if (fault is not null)
        {
            problems.Add(RuleIds.UnreadableYaml, document.NameRange, fault);
        }

        return fault is null;
    }

    private static void CheckEntries(PolicyDocument document, Guardrails guardrails, ProblemList problems)
    {
        GuardrailRules.CheckFields([.. document.Allow, .. document.Block], document.Owner, guardrails, problems);
        foreach (var client in document.Clients)
        {
            GuardrailRules.CheckFields(client.Allow, client.Owner ?? document.Owner, guardrails, problems);
        }

        foreach (var entry in document.AllowedEntries)
        {
            GuardrailRules.CheckWidth(entry, guardrails, problems);
        }
    }
}
