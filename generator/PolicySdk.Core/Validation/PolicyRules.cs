using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Validation;

/// <summary>What must hold of a policy together with the networks of the project.</summary>
internal static class PolicyRules
{
    /// <summary>Whether the policy can be compiled; reports what is wrong with it.</summary>
    internal static bool Check(PolicyDocument document, NetworkTable networks, ProblemList problems)
    {
        var entries = document.Allow.Concat(document.Clients.SelectMany(static client => client.Allow)).Concat(document.Block).ToList();
        var isUsable = true;
        foreach (var entry in NetworkGraph.AllEntries(entries).Where(static entry => entry.Net is not null))
        {
            isUsable &= NetworkRules.Check(entry, networks, problems);
        }

        var count = networks.CountEntries(entries);
        if (count > PolicyLimits.EntriesOfPolicy)
        {
            problems.Add(RuleIds.UnreadableYaml, document.NameRange, "The policy has more than 500,000 entries, networks included. Use wider prefixes or several policies.");
        }

        return isUsable && count <= PolicyLimits.EntriesOfPolicy;
    }

    /// <summary>Whether the policy with its networks written out is small enough to compile; reports it otherwise.</summary>
    internal static bool CheckSize(PolicyDocument document, IReadOnlyList<EntryRow> rows, MeetingBudget budget, ProblemList problems)
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
}
