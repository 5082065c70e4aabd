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
            var folder = PolicyFolder.Read(result.GetValue(SharedOptions.Folder));
            var changed = folder.Files.Select(static file => (Before: file, After: Formatter.Format(file))).Where(static pair => pair.Before != pair.After).Select(static pair => pair.After).ToList();
            changed.ForEach(file => console.WriteLine(folder.Shown(file.Path)));
            if (result.GetValue(check))
            {
                return changed.Count > 0 ? ExitCodes.Findings : ExitCodes.Clean;
            }

            new FileWriter(folder).Write(changed);
            return ExitCodes.Clean;
        });
        return command;
    }
}
