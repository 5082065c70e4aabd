using PolicySdk.Collections;
using PolicySdk.Policies;

namespace PolicySdk.Testing.Mutations;

/// <summary>Makes the mutants of a policy: of its own entries, and of those of the networks that it uses.</summary>
internal static class MutantSource
{
    internal static IEnumerable<Mutant> Of(PolicyDocument policy, ProjectFiles project) => OfPolicy(policy).Concat(
        from file in project.Files.OfType<NetworksDocument>()
        let used = UsedNetworks(policy, project)
        from network in file.Networks
        where used.Contains(network.Name)
        from mutant in OfList(file, network.Addresses, letsIn: true, entries => file with { Networks = Replace(file.Networks, network, network with { Addresses = entries }) })
        select mutant);

    private static IEnumerable<Mutant> OfPolicy(PolicyDocument policy) =>
        OfList(policy, policy.Allow, letsIn: true, entries => policy with { Allow = entries })
            .Concat(policy.Clients.SelectMany(client =>
                OfList(policy, client.Allow, letsIn: true, entries => policy with { Clients = Replace(policy.Clients, client, client with { Allow = entries }) })))
            .Concat(OfList(policy, policy.Block, letsIn: false, entries => policy with { Block = entries }));

    private static IEnumerable<Mutant> OfList(PolicyFile file, EquatableArray<PolicyEntry> entries, bool letsIn, Func<EquatableArray<PolicyEntry>, PolicyFile> rebuild)
    {
        foreach (var entry in entries)
        {
            foreach (var (change, mutated) in EntryMutations.Of(entry, letsIn))
            {
                yield return new(change, $"{file.Path}:{entry.Range.Line + 1}", file, rebuild(Replace(entries, entry, mutated)));
            }
        }
    }

    // The networks of exceptions count too, and those of other networks.
    private static HashSet<string> UsedNetworks(PolicyDocument policy, ProjectFiles project)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var left = new Stack<PolicyEntry>(policy.Entries);
        while (left.TryPop(out var entry))
        {
            var inner = entry.Net is { } name && used.Add(name) && project.Context.Networks.TryGet(name, out var network) ? network.Addresses : [];
            foreach (var next in inner.Concat(entry.Except))
            {
                left.Push(next);
            }
        }

        return used;
    }

    private static EquatableArray<T> Replace<T>(EquatableArray<T> items, T item, T? with)
        where T : class, IEquatable<T> => items.Select(one => ReferenceEquals(one, item) ? with : one).OfType<T>().ToEquatableArray();
}
