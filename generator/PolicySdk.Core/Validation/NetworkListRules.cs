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
        foreach (var network in networks)
        {
            var own = problems[network.Path];
            GuardrailRules.CheckFields(network.Addresses, network.Owner, guardrails, own);
            foreach (var entry in network.Addresses)
            {
                GuardrailRules.CheckWidth(entry, guardrails, own);
            }

            // Networks that use each other can be small as files and huge when written out. Beyond the bound only what guards access is
            // checked, and that as if there were no exceptions.
            left -= table.CountEntries(network.Addresses);
            var expander = new EntryExpander(table, new());
            var list = left >= 0 ? expander.Expand(network.Addresses, letsIn: true) : network.Addresses.Select(Uncut).ToList();
            foreach (var entry in list)
            {
                GuardrailRules.CheckNever(entry, never, own);
            }

            if (left >= 0)
            {
                PolicyListRules.CheckList(list, expander, own);
                SourceRule.CheckFingerprint(network, ExpandedPolicy.PiecesOf(list), own);
            }
        }
    }

    private static ListEntry Uncut(PolicyEntry entry) =>
        new(entry, entry is { Addresses: { } addresses, Off: null } ? [new(addresses, 0, addresses, EntryCondition.Always)] : []);
}
