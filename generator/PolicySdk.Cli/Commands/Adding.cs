using System.CommandLine;
using PolicySdk.Addresses;
using PolicySdk.Cli.Editing;
using PolicySdk.Cli.Output;
using PolicySdk.Cli.Sources;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Commands;

/// <summary>What <c>add</c>, <c>add-my-ip</c> and <c>block</c> have in common.</summary>
internal sealed class Adding(CommandConsole console, ListOptions lists)
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
        var missing = targets.Distinct(StringComparer.Ordinal).Where(target => result.GetValue(_force) || !IsThere(target, there, folder, list)).ToList();
        var owner = OwnerOf(project, list);
        var entries = missing.ConvertAll(target => _fields.Entry(result, console, target, project.Context.Guardrails, owner));
        var source = folder.Files.First(file => file.Path == list.Path);
        return entries.Count == 0 ? null
            : source with { Text = TextEdit.Apply(source.Text, new EntryEditor(folder.Shown(list.Path), YamlText.Parse(folder.Shown(list.Path), source.Text)).Add(list.Place, entries)) };
    }

    private bool IsThere(string target, List<PolicyEntry> there, PolicyFolder folder, (ListPlace Place, string Path) list)
    {
        var isAddress = IpEntryText.TryParse(target, out var range, out _);
        var covering = there.Find(entry => entry is { Off: null, From: null, LastDay: null, OnlyIn.Count: 0, Except.Count: 0 }
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
