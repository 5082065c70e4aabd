using PolicySdk.Policies;

namespace PolicySdk.Validation;

/// <summary>What must hold of an entry that names a network.</summary>
internal static class NetworkRules
{
    /// <summary>Whether the entry's network can be used; an unknown one is reported here, a faulty one where it is defined.</summary>
    internal static bool Check(PolicyEntry entry, NetworkTable networks, ProblemList problems)
    {
        if (networks.TryGet(entry.Net!, out _))
        {
            return true;
        }

        if (!networks.IsKnown(entry.Net!))
        {
            var hint = problems.AreFew && networks.Nearest(entry.Net!) is { } nearest ? $" Did you mean '{nearest}'?" : " Define it in a *.networks.yaml file.";
            problems.Add(RuleIds.UnknownNetwork, entry.Range, $"There is no network {Problem.Quote(entry.Net!)}.{hint}");
        }

        return false;
    }
}
