using PolicySdk.Addresses;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Validation;

/// <summary>The rules on the lists of networks, each told where the network is defined.</summary>
internal static class NetworkListRules
{
    /// <summary>Checks the networks that have no fault, each after those that it uses.</summary>
    internal static void Check(IEnumerable<Network> networks, NetworkTable table, Guardrails guardrails, IReadOnlyDictionary<string, ProblemList> problems)
    {
        var left = (long)PolicyLimits.EntriesOfNetworks;
        var never = IpRangeSet.Of(guardrails.Never);
        var budget = new WorkBudget();
        var expander = new EntryExpander(table, budget);
        foreach (var network in networks)
        {
            var own = problems[network.Path];
            GuardrailRules.CheckFields(network.Addresses, network.Owner, guardrails, own);
            foreach (var entry in network.Addresses)
            {
                GuardrailRules.CheckWidth(entry, guardrails, own);
            }

            // Networks that use each other can be small as files and huge when written out. Beyond the bounds only what guards access is
            // checked, and that as if there were no exceptions.
            left -= table.CountEntries(network.Addresses);
            var list = left >= 0 ? expander.Expand(network.Addresses, letsIn: true) : [];
            var isWhole = left >= 0 && !budget.IsSpent;
            foreach (var entry in isWhole ? list : network.Addresses.Select(Uncut))
            {
                GuardrailRules.CheckNever(entry, never, own);
            }

            if (isWhole)
            {
                PolicyListRules.CheckList(list, expander, own);
                SourceRule.CheckFingerprint(network, ExpandedPolicy.PiecesOf(list), own);
            }
        }
    }

    private static ListEntry Uncut(PolicyEntry entry) =>
        new(entry, entry is { Addresses: { } addresses, Off: null } ? [new(addresses, 0, addresses, EntryCondition.Always)] : []);
}
