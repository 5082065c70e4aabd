using PolicySdk.Policies;

namespace PolicySdk.Cli.Editing;

/// <summary>A list of entries of a file.</summary>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Holder">The policy or network that has it.</param>
/// <param name="Place">Which of its lists it is.</param>
/// <param name="Entries">The entries; none where the list is not there yet.</param>
/// <param name="Owner">Who answers for entries that name nobody.</param>
internal sealed record PolicyList(string Path, string Holder, ListPlace Place, IReadOnlyCollection<PolicyEntry> Entries, string? Owner)
{
    /// <summary>The lists of a file, in the order in which files have them.</summary>
    internal static IEnumerable<PolicyList> Of(PolicyFile file) => file switch
    {
        PolicyDocument policy =>
        [
            .. policy.Allow.Count > 0 ? [Of(policy, new(ListKind.Allow))] : Array.Empty<PolicyList>(),
            .. policy.Clients.Select(client => Of(policy, new(ListKind.Client, client.Id))),
            .. policy.Block.Count > 0 ? [Of(policy, new(ListKind.Block))] : Array.Empty<PolicyList>(),
        ],
        NetworksDocument networks => networks.Networks.Select(Of),
        _ => [],
    };

    /// <summary>A list of a policy, which may not be there yet.</summary>
    internal static PolicyList Of(PolicyDocument policy, ListPlace place)
    {
        var client = place.Kind == ListKind.Client ? policy.Clients.FirstOrDefault(client => client.Id == place.Name) : null;
        IReadOnlyCollection<PolicyEntry> entries = place.Kind switch
        {
            ListKind.Allow => policy.Allow,
            ListKind.Block => policy.Block,
            _ => client?.Allow ?? [],
        };
        return new(policy.Path, policy.Name, place, entries, client?.Owner ?? policy.Owner);
    }

    internal static PolicyList Of(Network network) => new(network.Path, network.Name, new(ListKind.Network, network.Name), network.Addresses, network.Owner);

    /// <summary>The same list in another state of its file.</summary>
    internal PolicyList In(ProjectFiles project) => Of(project.Files.First(file => file.Path == Path)).FirstOrDefault(list => list.Place == Place) ?? this with { Entries = [] };
}
