using System.CommandLine;
using PolicySdk.Cli.Editing;
using PolicySdk.Cli.Fixes;
using PolicySdk.Cli.Output;
using PolicySdk.Cli.Sources;

namespace PolicySdk.Cli.Commands;

/// <summary><c>policysdk fmt</c>: the layout of policy files.</summary>
internal static class FormatCommand
{
    internal static Command Create(CommandConsole console)
    {
        var check = new Option<bool>("--check") { Description = "Write nothing; exit code 1 if a file is laid out otherwise." };
        var command = new CommandWithExamples("fmt", "Lays policy files out: line ends, spaces at ends of lines, blank lines. Columns and comments stay.", """
            policysdk fmt
            policysdk fmt --check        # in CI
            """)
        {
            check,
        };
        command.SetAction(result =>
        {
            var folder = PolicyFolder.ReadFilled(result.GetValue(SharedOptions.Folder));
            var changed = folder.Files.Select(Formatter.Format).Except(folder.Files).ToList();
            changed.ForEach(file => console.WriteLine(folder.Shown(file.Path)));
            var unreadable = folder.Files.Where(static file => !Formatter.CanRead(file)).ToList();
            unreadable.ForEach(file => console.Error($"{folder.Shown(file.Path)} can't be read, and stays as it is. See 'policysdk lint'."));
            if (!result.GetValue(check))
            {
                new FileWriter(folder).Write(changed);
            }

            return unreadable.Count > 0 || (result.GetValue(check) && changed.Count > 0) ? ExitCodes.Findings : ExitCodes.Clean;
        });
        return command;
    }
}
