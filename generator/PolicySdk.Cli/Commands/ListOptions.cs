using System.CommandLine;
using PolicySdk.Cli.Editing;
using PolicySdk.Cli.Sources;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Commands;

/// <summary>Which list a command edits.</summary>
internal sealed class ListOptions
{
    internal Option<string?> Policy { get; } = new("--policy", "-p") { Description = "The policy; may be left out where there is one." };

    internal Option<string?> Client { get; } = new("--client", "-c") { Description = "The list of this client, instead of that for everybody." };

    internal Option<string?> Network { get; } = new("--network") { Description = "The list of this network, instead of one of a policy." };

    internal Option<bool> Block { get; } = new("--block") { Description = "The list of those who are blocked." };

    internal void AddTo(Command command)
    {
        command.Options.Add(Policy);
        command.Options.Add(Client);
        command.Options.Add(Network);
        command.Options.Add(Block);
    }

    /// <summary>The list and its file.</summary>
    /// <exception cref="CommandException">There is no such policy or network, or too much is named.</exception>
    internal (ListPlace Place, string Path) Find(ParseResult result, ProjectFiles project)
    {
        var (client, network, isBlock) = (result.GetValue(Client), result.GetValue(Network), result.GetValue(Block));
        if (new[] { client is not null, network is not null, isBlock }.Count(static named => named) > 1 || (network is not null && result.GetValue(Policy) is not null))
        {
            throw CommandException.Usage("Name one list: --client, --block or --network.");
        }

        if (network is not null)
        {
            var found = project.Files.OfType<NetworksDocument>().SelectMany(static file => file.Networks).FirstOrDefault(one => one.Name == network);
            return found is not null ? (new(ListKind.Network, network), found.Path) : throw CommandException.Usage($"There is no network '{network}'.");
        }

        var policy = PolicyChoice.One(project, result.GetValue(Policy));
        return (client is not null ? new(ListKind.Client, client) : new(isBlock ? ListKind.Block : ListKind.Allow), policy.Path);
    }

    /// <summary>The entries of a list.</summary>
    internal static IEnumerable<PolicyEntry> Entries(ProjectFiles project, ListPlace place, string path) => project.Files.First(file => file.Path == path) switch
    {
        PolicyDocument policy when place.Kind == ListKind.Allow => policy.Allow,
        PolicyDocument policy when place.Kind == ListKind.Block => policy.Block,
        PolicyDocument policy => policy.Clients.Where(client => client.Id == place.Name).SelectMany(static client => client.Allow),
        NetworksDocument networks => networks.Networks.Where(network => network.Name == place.Name).SelectMany(static network => network.Addresses),
        _ => [],
    };
}
