using System.CommandLine;
using PolicySdk.Cli.Editing;
using PolicySdk.Cli.Output;
using PolicySdk.Cli.Sources;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Commands;

/// <summary>What <c>add</c>, <c>add-my-ip</c> and <c>block</c> have in common.</summary>
internal sealed class EntryAddition(CommandConsole console)
{
    private readonly EntryOptions _fields = new();
    private readonly Option<bool> _force = new("--force") { Description = "Add it even where an entry of the list covers it already." };
    private readonly Option<bool> _dryRun = SharedOptions.DryRun();
    private readonly Option<CalendarDate> _today = SharedOptions.Today();

    internal void AddTo(Command command)
    {
        _fields.AddTo(command);
        command.Options.Add(_force);
        command.Options.Add(_dryRun);
        command.Options.Add(_today);
    }

    /// <summary>Adds what is missing to the lists of a project, and writes their files.</summary>
    internal int Add(ParseResult result, string[] targets, Func<ProjectFiles, IReadOnlyList<PolicyList>> find)
    {
        var folder = PolicyFolder.Read(result.GetValue(SharedOptions.Folder));
        var project = folder.Parse();
        var changed = new List<PolicySource>();
        var lists = find(project);
        foreach (var list in lists)
        {
            var missing = targets.Distinct(StringComparer.Ordinal).Where(target => result.GetValue(_force) || !IsCovered(target, list, folder)).ToList();
            var entries = missing.ConvertAll(target => _fields.Entry(result, console, target, project.Context.Guardrails, list.Owner));
            if (entries.Count > 0)
            {
                changed.Add(EntryEditor.Edit(folder, list.Path, list.Place, editor => (editor.Add(list.Place, entries), entries.Count)));
            }
        }

        if (changed.Count == 0)
        {
            console.WriteLine("Nothing to add.");
            return ExitCodes.Clean;
        }

        var exitCode = new FileEdit(console, folder, result.GetValue(_today), result.GetValue(_dryRun)).Write(changed);
        if (exitCode == ExitCodes.Clean)
        {
            TellWhoIsBlocked(project, lists, targets);
        }

        return exitCode;
    }

    // An entry that lets in nobody is no mistake of the file, and hardly what was wanted.
    private void TellWhoIsBlocked(ProjectFiles project, IEnumerable<PolicyList> lists, string[] targets)
    {
        var allowing = lists.Where(static list => list.Place.Kind is ListKind.Allow or ListKind.Client);
        foreach (var policy in allowing.Select(list => project.Policies.First(policy => policy.Path == list.Path)))
        {
            foreach (var target in targets)
            {
                if (EntrySearch.Covering(policy.Block, target) is { } block)
                {
                    console.Error($"{target} stays refused: '{policy.Name}' blocks {block.Text}.");
                }
            }
        }
    }

    private bool IsCovered(string target, PolicyList list, PolicyFolder folder)
    {
        var covering = list.Entries.FirstOrDefault(entry => Covers(entry, target));
        if (covering is not null)
        {
            console.WriteLine($"{target} is already in the list: {covering.Text} ({folder.Shown(list.Path)}:{covering.Range.Line + 1}).");
        }

        return covering is not null;
    }

    // Only what counts always and everywhere makes another entry needless.
    private static bool Covers(PolicyEntry entry, string target)
    {
        var countsAlways = entry is { Off: null, From: null, LastDay: null, OnlyIn.Count: 0, Except.Count: 0 };
        return countsAlways && (entry.Net == target || EntrySearch.Covering([entry], target) is not null);
    }
}
