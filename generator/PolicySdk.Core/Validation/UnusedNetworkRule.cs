using PolicySdk.Collections;
using PolicySdk.Policies;

namespace PolicySdk.Validation;

/// <summary>PSDK4002: a network that no policy, proxy list, claim or other network names.</summary>
internal static class UnusedNetworkRule
{
    /// <summary>Checks a project that has policies and in which no file has an error: what a broken file names can't be told.</summary>
    internal static EquatableArray<Problem> Check(IReadOnlyCollection<PolicyFile> files, ProjectContext context)
    {
        var policies = files.OfType<PolicyDocument>().ToList();
        if (policies.Count == 0 || files.Any(static file => file.HasErrors))
        {
            return [];
        }

        var lists = policies.SelectMany(static policy => policy.Entries)
            .Concat(files.OfType<ClientAddressDocument>().SelectMany(static file => file.Trust))
            .Concat(context.Networks.All.SelectMany(static network => network.Addresses));
        var used = new HashSet<string>(NamesOf(lists).Concat(policies.SelectMany(static policy => policy.Expectations).SelectMany(static claim => claim.Targets).Select(static target => target.Net).OfType<string>()), StringComparer.Ordinal);
        if (used.Any(name => !context.Networks.IsKnown(name)))
        {
            // A mistyped name is the cause; the network that was meant only looks unused.
            return [];
        }

        return context.Networks.All.Where(network => !used.Contains(network.Name)).GroupBy(static network => network.Path).SelectMany(file => Report(file.Key, file, context)).ToEquatableArray();
    }

    private static IEnumerable<Problem> Report(string path, IEnumerable<Network> unused, ProjectContext context)
    {
        var problems = new ProblemList(path, context.Guardrails.Severities);
        foreach (var network in unused)
        {
            problems.Add(RuleIds.UnusedNetwork, network.NameRange, $"Nothing uses the network '{network.Name}'. Remove it, or name it where it was meant.");
        }

        return problems.ToEquatableArray();
    }

    // What is switched off is kept, and so is what it names.
    private static IEnumerable<string> NamesOf(IEnumerable<PolicyEntry> entries) =>
        NetworkGraph.AllEntries(entries, withSwitchedOff: true).Select(static entry => entry.Net).OfType<string>();
}
