using System.CommandLine;
using PolicySdk.Cli.Editing;
using PolicySdk.Cli.Sources;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Commands;

/// <summary>Which list a command edits.</summary>
internal sealed class ListOptions
{
    private Option<string?> Policy { get; } = new("--policy", "-p") { Description = "The policy; may be left out where there is one." };

    private Option<string?> Client { get; } = new("--client", "-c") { Description = "The list of this client, instead of that for everybody." };

    private Option<string?> Network { get; } = new("--network") { Description = "The list of this network, instead of one of a policy." };

    private Option<bool> Block { get; } = new("--block") { Description = "The list of those who are blocked." };

    private Option<bool> NewClient { get; } = new("--new-client") { Description = "Make the client where the policy does not have it." };

    internal void AddTo(Command command, bool withNewClient = false)
    {
        command.Options.Add(Policy);
        command.Options.Add(Client);
        command.Options.Add(Network);
        command.Options.Add(Block);
        if (withNewClient)
        {
            command.Options.Add(NewClient);
        }
    }

    /// <summary>The list to add to, which may not be there yet; a client only if it is said to be new.</summary>
    /// <exception cref="CommandException">There is no such policy, client or network, or too much is named.</exception>
    internal PolicyList FindOrMake(ParseResult result, ProjectFiles project)
    {
        var list = Find(result, project);
        return list.Place.Kind != ListKind.Client || list.Entries.Count > 0 || result.GetValue(NewClient) ? list
            : throw CommandException.Usage($"The policy has no client '{list.Place.Name}'. If it is new, say --new-client.");
    }

    /// <summary>The list, which may not be there yet.</summary>
    /// <exception cref="CommandException">There is no such policy or network, or too much is named.</exception>
    internal PolicyList Find(ParseResult result, ProjectFiles project)
    {
        var (policy, client, network, isBlock) = (result.GetValue(Policy), result.GetValue(Client), result.GetValue(Network), result.GetValue(Block));
        if (new[] { client is not null, network is not null, isBlock }.Count(static named => named) > 1 || (network is not null && policy is not null))
        {
            throw CommandException.Usage("Name one list: --client, --block or --network.");
        }

        return network is not null ? FindNetwork(project, network)
            : PolicyList.Of(PolicyChoice.One(project, policy), client is not null ? new(ListKind.Client, client) : new(isBlock ? ListKind.Block : ListKind.Allow));
    }

    private static PolicyList FindNetwork(ProjectFiles project, string name)
    {
        var networks = project.Files.OfType<NetworksDocument>().SelectMany(static file => file.Networks).ToList();
        return networks.Find(network => network.Name == name) is { } found ? PolicyList.Of(found)
            : throw CommandException.Usage($"There is no network '{name}'.{PolicyChoice.Nearest(name, networks.Select(static network => network.Name))}");
    }
}
