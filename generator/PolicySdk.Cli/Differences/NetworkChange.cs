using PolicySdk.Policies;

namespace PolicySdk.Cli.Differences;

/// <summary>A network that has other addresses afterwards.</summary>
/// <param name="Name">The name of the network.</param>
/// <param name="Policies">The policies that use it, before or afterwards, through other networks as well.</param>
internal sealed record NetworkChange(string Name, IReadOnlyList<string> Policies)
{
    /// <summary>The networks that have other addresses on any day from one on, in any environment.</summary>
    internal static IReadOnlyList<NetworkChange> Find(ProjectFiles before, ProjectFiles after, CalendarDate today)
    {
        var (old, now) = (before.Context.Networks, after.Context.Networks);
        var names = old.All.Concat(now.All).Select(static network => network.Name).Distinct().Order(StringComparer.Ordinal);
        return
        [
            .. names.Where(name => new PolicyComparer(ComparedPolicy.OfNetwork(name, old), ComparedPolicy.OfNetwork(name, now), today).Compare().Count > 0)
                .Select(name => new NetworkChange(name, [.. UsersOf(before, name).Union(UsersOf(after, name)).Order(StringComparer.Ordinal)])),
        ];
    }

    private static IEnumerable<string> UsersOf(ProjectFiles project, string name)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { name };
        var networks = project.Context.Networks.All.ToList();
        while (networks.Where(network => !names.Contains(network.Name) && Uses(network.Addresses, names)).ToList() is { Count: > 0 } found)
        {
            names.UnionWith(found.Select(static network => network.Name));
        }

        return project.Policies.Where(policy => Uses(policy.Entries, names)).Select(static policy => policy.Name);
    }

    private static bool Uses(IEnumerable<PolicyEntry> entries, HashSet<string> names) => NetworkGraph.AllEntries(entries).Any(entry => entry.Net is { } net && names.Contains(net));
}
