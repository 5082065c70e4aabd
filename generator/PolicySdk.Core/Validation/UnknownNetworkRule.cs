using PolicySdk.Policies;
using PolicySdk.Yaml;

namespace PolicySdk.Validation;

/// <summary>PSDK4001: a name of a network that there is not.</summary>
internal static class UnknownNetworkRule
{
    /// <summary>Whether the named network can be used; an unknown one is reported here, a faulty one where it is defined.</summary>
    internal static bool Check(string name, TextRange range, NetworkTable networks, ProblemList problems)
    {
        if (networks.TryGet(name, out _))
        {
            return true;
        }

        if (!networks.IsKnown(name))
        {
            var hint = problems.AreFew && networks.Nearest(name) is { } nearest ? $" Did you mean '{nearest}'?" : " Define it in a *.networks.yaml file.";
            problems.Add(RuleIds.UnknownNetwork, range, $"There is no network {Problem.Quote(name)}.{hint}");
        }

        return false;
    }

    /// <summary>The same for all networks that a list and its exceptions name.</summary>
    internal static bool Check(IEnumerable<PolicyEntry> entries, NetworkTable networks, ProblemList problems)
    {
        var isUsable = true;
        foreach (var entry in NetworkGraph.AllEntries(entries).Where(static entry => entry.Net is not null))
        {
            isUsable &= Check(entry.Net!, entry.Range, networks, problems);
        }

        return isUsable;
    }
}
