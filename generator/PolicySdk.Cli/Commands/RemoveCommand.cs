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
        var addresses = new Argument<string[]>("addresses") { Description = "The entries, by what they say: address, prefix, range or network.", Arity = ArgumentArity.OneOrMore };
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

            // One at a time, as the last one of a list takes the list with it.
            var after = result.GetRequiredValue(addresses).Aggregate(folder, (state, address) => state.With(Remove(state, list, address)));
            return new FileEdit(console, folder, result.GetValue(today), result.GetValue(dryRun)).Write(after.ChangesSince(folder));
        });
        return command;
    }

    private static PolicySource Remove(PolicyFolder folder, PolicyList list, string address)
    {
        var entry = EntrySearch.Find(folder, list.In(folder.Parse()), address);
        return EntryEditor.Edit(folder, list.Path, editor => [editor.Remove(list.Place, entry)]);
    }
}
