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
        var dryRun = new Option<bool>("--dry-run", "-n") { Description = "Show the change, and write nothing." };
        var today = SharedOptions.Today();
        var command = new CommandWithExamples("remove", "Removes entries from a list; with the last one the list.", """
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
            var (place, path) = lists.Find(result, folder.Parse());
            var source = folder.Files.First(file => file.Path == path);

            // One at a time, as the last one of a list takes the list with it.
            var changed = result.GetRequiredValue(addresses).Aggregate(source, (file, address) =>
            {
                var entry = EntrySearch.Find(folder.With(file), place, path, address);
                var text = YamlText.Parse(folder.Shown(path), file.Text);
                return file with { Text = TextEdit.Apply(file.Text, [new EntryEditor(folder.Shown(path), text).Remove(place, entry)]) };
            });
            return new FileEdit(console, folder, result.GetValue(today), result.GetValue(dryRun)).Write([changed]);
        });
        return command;
    }
}
