using System.CommandLine;
using PolicySdk.Cli.Editing;
using PolicySdk.Cli.Output;
using PolicySdk.Cli.Sources;

namespace PolicySdk.Cli.Commands;

/// <summary><c>policysdk remove</c>: entries out of a list.</summary>
internal static class RemoveCommand
{
    internal static Command Create(CommandConsole console)
    {
        var addresses = SharedOptions.Addresses("The entries, by what they say: address, prefix, range or network.");
        var lists = new ListOptions();
        var dryRun = SharedOptions.DryRun();
        var today = SharedOptions.Today();
        var command = new CommandWithExamples("remove", "Removes entries from a list, and with its last entry the list itself.", """
            policysdk remove 203.0.113.7 --policy partner-api --client acme-prod
            policysdk remove 198.51.100.9 --policy partner-api --block
            """)
        {
            addresses, dryRun, today,
        };
        lists.AddTo(command);
        command.SetAction(result =>
        {
            var folder = PolicyFolder.Read(result.GetValue(SharedOptions.Folder));
            var list = lists.Find(result, folder.Parse());
            var targets = result.GetRequiredValue(addresses);
            var after = EntryRemoval.Remove(folder, list, [.. targets.SelectMany(target => EntrySearch.FindAll(folder, list, target)).Distinct()]);
            var exitCode = new FileEdit(console, folder, result.GetValue(today), result.GetValue(dryRun)).Write(after.ChangesSince(folder));
            if (exitCode == ExitCodes.Clean)
            {
                TellWhoStays(console, after, list, targets);
            }

            return exitCode;
        });
        return command;
    }

    // Who removes an address wants it out; a wider entry may keep it in.
    private static void TellWhoStays(CommandConsole console, PolicyFolder folder, PolicyList list, string[] targets)
    {
        var entries = list.In(folder.Parse()).Entries;
        foreach (var target in targets)
        {
            if (EntrySearch.Covering(entries, target) is { } covering)
            {
                console.Error($"{target} is still part of {covering.Text} ({folder.Shown(list.Path)}:{covering.Range.Line + 1}).");
            }
        }
    }
}
