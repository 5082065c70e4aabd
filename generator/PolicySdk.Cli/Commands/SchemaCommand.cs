using System.CommandLine;
using PolicySdk.Cli.Output;
using PolicySdk.Cli.Sources;

namespace PolicySdk.Cli.Commands;

/// <summary><c>policysdk schema</c>: the schemas for editors.</summary>
internal static class SchemaCommand
{
    internal static Command Create(CommandConsole console)
    {
        var command = new CommandWithExamples("schema", "Writes the JSON schemas by which editors complete and check policy files, into the folder's 'schema'.", "policysdk schema");
        command.SetAction(result =>
        {
            var folder = PolicyFolder.Read(result.GetValue(SharedOptions.Folder));
            foreach (var path in SchemaFiles.Write(folder))
            {
                console.WriteLine(folder.Shown(path));
            }

            return ExitCodes.Clean;
        });
        return command;
    }
}
