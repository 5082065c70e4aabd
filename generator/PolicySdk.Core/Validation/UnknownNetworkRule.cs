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
            problems.Add(RuleIds.UnknownNetwork, range, Describe(name, networks, problems.AreFew));
        }

        return false;
    }

    private static string Describe(string name, NetworkTable networks, bool mayHint) =>
        name.Length == 0 ? "The name of the network is empty. Write a name, or an address under 'ip'."
        : mayHint && networks.Nearest(name) is { } nearest ? $"There is no network {Problem.Quote(name)}. Did you mean '{nearest}'?"
        : $"There is no network {Problem.Quote(name)}. Define it in a *.networks.yaml file.";

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
