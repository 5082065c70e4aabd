using System.CommandLine;
using PolicySdk.Addresses;
using PolicySdk.Cli.Editing;
using PolicySdk.Cli.Output;
using PolicySdk.Cli.Sources;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Commands;

/// <summary><c>policysdk add</c>, <c>add-my-ip</c> and <c>block</c>: entries to the end of a list.</summary>
internal static class AddCommand
{
    internal static Command Create(CommandConsole console)
    {
        var addresses = Addresses("What is allowed: addresses, prefixes, first-last ranges, or names of networks.");
        var lists = new ListOptions();
        var adding = new Adding(console, lists);
        var command = new CommandWithExamples("add", "Adds entries to a list: for everybody, or for a client.", """
            policysdk add 203.0.113.7 --policy partner-api --client acme-prod --note "Prod NAT A" --ticket OPS-1412
            policysdk add 198.51.100.0/28 "2001:db8:1::/48" --network office-london
            policysdk add vpn --policy admin --dry-run
            """)
        {
            addresses,
        };
        lists.AddTo(command);
        adding.AddTo(command);
        command.SetAction(result => adding.Add(result, result.GetRequiredValue(addresses), isBlock: false));
        return command;
    }

    internal static Command CreateBlock(CommandConsole console)
    {
        var addresses = Addresses("What is blocked: addresses, prefixes, first-last ranges, or names of networks.");
        var lists = new ListOptions();
        var adding = new Adding(console, lists);
        var all = new Option<bool>("--all-policies") { Description = "In every policy of the folder, for incidents." };
        var command = new CommandWithExamples("block", "Blocks addresses, whatever else a policy says.", """
            policysdk block 198.51.100.9 --policy partner-api --note "Compromised host" --ticket SEC-77
            policysdk block 198.51.100.0/24 --all-policies --note "Scanner" --ticket SEC-78
            """)
        {
            addresses, lists.Policy, all,
        };
        adding.AddTo(command);
        command.SetAction(result => adding.Add(result, result.GetRequiredValue(addresses), isBlock: true, allPolicies: result.GetValue(all)));
        return command;
    }

    internal static Command CreateMyIp(CommandConsole console)
    {
        var from = new Option<string?>("--from") { Description = "The endpoint that tells callers their address (MapClientAddress): https, or of this machine.", HelpName = "URL" };
        var ip = new Option<string?>("--ip") { Description = "The address, where it is known." };
        var lists = new ListOptions();
        var adding = new Adding(console, lists);
        var command = new CommandWithExamples("add-my-ip", "Adds the address that you call from, as the server sees it.", """
            policysdk add-my-ip --from https://api.example/me/address --policy partner-api --client acme-test --expires 2027-01-31
            policysdk add-my-ip --ip 203.0.113.7 --policy partner-api
            """)
        {
            from, ip,
        };
        lists.AddTo(command);
        adding.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            var address = (result.GetValue(ip), result.GetValue(from)) switch
            {
                ({ } given, null) => given,
                (null, { } url) => await ClientAddressEndpoint.AskAsync(url, cancellation),
                _ => throw CommandException.Usage("Name the endpoint that tells your address with --from, or the address with --ip."),
            };
            console.WriteLine($"Your address is {address}.");
            return adding.Add(result, [address], isBlock: false);
        });
        return command;
    }

    private static Argument<string[]> Addresses(string description) => new("addresses") { Description = description, Arity = ArgumentArity.OneOrMore };

    /// <summary>What the three have in common.</summary>
    private sealed class Adding(CommandConsole console, ListOptions lists)
    {
        private readonly EntryOptions _fields = new();
        private readonly Option<bool> _newClient = new("--new-client") { Description = "The client is new; without this, one that is not there is an error." };
        private readonly Option<bool> _force = new("--force") { Description = "Also what the list allows already." };
        private readonly Option<bool> _dryRun = new("--dry-run", "-n") { Description = "Show the change, and write nothing." };
        private readonly Option<CalendarDate> _today = SharedOptions.Today();

        internal void AddTo(Command command)
        {
            _fields.AddTo(command);
            command.Options.Add(_newClient);
            command.Options.Add(_force);
            command.Options.Add(_dryRun);
            command.Options.Add(_today);
        }

        internal int Add(ParseResult result, string[] targets, bool isBlock, bool allPolicies = false)
        {
            var folder = PolicyFolder.Read(result.GetValue(SharedOptions.Folder));
            var project = folder.Parse();
            List<(ListPlace Place, string Path)> places = allPolicies && result.GetValue(lists.Policy) is null
                ? [.. PolicyChoice.Of(project, null).Select(static policy => (new ListPlace(ListKind.Block), policy.Path))]
                : isBlock ? [(new(ListKind.Block), PolicyChoice.One(project, result.GetValue(lists.Policy)).Path)]
                : [lists.Find(result, project)];
            var changed = places.Select(place => Change(result, folder, project, place, targets)).OfType<PolicySource>().ToList();
            if (changed.Count == 0)
            {
                console.WriteLine("Nothing to add.");
                return ExitCodes.Clean;
            }

            return new FileEdit(console, folder, result.GetValue(_today), result.GetValue(_dryRun)).Write(changed);
        }

        private PolicySource? Change(ParseResult result, PolicyFolder folder, ProjectFiles project, (ListPlace Place, string Path) list, string[] targets)
        {
            if (list.Place.Kind == ListKind.Client && project.Policies.First(policy => policy.Path == list.Path).Clients.All(client => client.Id != list.Place.Name) && !result.GetValue(_newClient))
            {
                throw CommandException.Usage($"The policy has no client '{list.Place.Name}'. If it is new, say --new-client.");
            }

            var there = ListOptions.Entries(project, list.Place, list.Path).ToList();
            var missing = targets.Where(target => result.GetValue(_force) || !IsThere(target, there, folder, list)).ToList();
            var owner = OwnerOf(project, list);
            var entries = missing.ConvertAll(target => _fields.Entry(result, console, target, project.Context.Guardrails, owner));
            var source = folder.Files.First(file => file.Path == list.Path);
            return entries.Count == 0 ? null
                : source with { Text = TextEdit.Apply(source.Text, new EntryEditor(folder.Shown(list.Path), YamlText.Parse(folder.Shown(list.Path), source.Text)).Add(list.Place, entries)) };
        }

        private bool IsThere(string target, List<PolicyEntry> there, PolicyFolder folder, (ListPlace Place, string Path) list)
        {
            var isAddress = IpEntryText.TryParse(target, out var range, out _);
            var covering = there.Find(entry => entry is { Off: null, From: null, Expires: null, OnlyIn.Count: 0, Except.Count: 0 }
                && (isAddress ? entry.Addresses is { } addresses && addresses.Family == range.Family && addresses.Contains(range) : entry.Net == target));
            if (covering is not null)
            {
                console.WriteLine($"{target} is in the list already: {covering.Text} ({folder.Shown(list.Path)}:{covering.Range.Line + 1}).");
            }

            return covering is not null;
        }

        private static string? OwnerOf(ProjectFiles project, (ListPlace Place, string Path) list) => project.Files.First(file => file.Path == list.Path) switch
        {
            PolicyDocument policy => policy.Clients.FirstOrDefault(client => list.Place.Kind == ListKind.Client && client.Id == list.Place.Name)?.Owner ?? policy.Owner,
            NetworksDocument networks => networks.Networks.FirstOrDefault(network => network.Name == list.Place.Name)?.Owner,
            _ => null,
        };
    }
}
