using System.CommandLine;
using PolicySdk.Cli.Editing;
using PolicySdk.Cli.Output;
using PolicySdk.Cli.Sources;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Commands;

/// <summary><c>policysdk new</c>: a policy to start from.</summary>
internal static class NewCommand
{
    internal static Command Create(CommandConsole console)
    {
        var name = new Argument<string>("name") { Description = "The name of the policy: lower-case words joined by '-'." };
        var addresses = SharedOptions.Addresses("Who is let in: addresses, prefixes, first-last ranges, names of networks.");
        var owner = new Option<string?>("--owner") { Description = "Who answers for the policy." };
        var description = new Option<string?>("--description") { Description = "What it is for." };
        var fields = new EntryOptions(withOwner: false);
        var today = SharedOptions.Today();
        var command = new CommandWithExamples("new", "Writes a policy to start from, and the schemas that editors check it by.", """
            policysdk new partner-api 203.0.113.7 --owner team-integrations
            policysdk new admin office-london --folder src/Api
            """)
        {
            name, addresses, owner, description, today,
        };
        fields.AddTo(command);
        command.SetAction(result =>
        {
            var folder = PolicyFolder.ReadOrBegin(result.GetValue(SharedOptions.Folder));
            var policy = result.GetRequiredValue(name);
            var path = $"{folder.Name}/{policy}.policy.yaml";
            if (folder.Files.Any(file => file.Path.Equals(path, StringComparison.OrdinalIgnoreCase)))
            {
                throw CommandException.Usage($"{folder.Shown(path)} already exists. Add to it with 'policysdk add'.");
            }

            var guardrails = folder.Parse().Context.Guardrails;
            var entries = result.GetRequiredValue(addresses).Select(address => fields.Entry(result, console, address, guardrails, result.GetValue(owner)));
            var text = Text(policy, result.GetValue(description), result.GetValue(owner), entries);
            var exitCode = new FileEdit(console, folder, result.GetValue(today), isDryRun: false).Write([new(path, text, HasMark: false, IsUtf8: true)]);
            if (exitCode == ExitCodes.Clean)
            {
                SchemaFiles.Write(folder);
            }

            return exitCode;
        });
        return command;
    }

    private static string Text(string name, string? description, string? owner, IEnumerable<NewEntry> entries)
    {
        List<string> lines =
        [
            $"# yaml-language-server: $schema=schema/{SchemaFiles.Policy}",
            $"# $schema: schema/{SchemaFiles.Policy}",
            $"{Keys.Policy}: {YamlScalars.Write(name)}",
        ];
        lines.AddRange(description is null ? [] : [$"{Keys.Description}: {YamlScalars.Write(description)}"]);
        lines.AddRange(owner is null ? [] : [$"{Keys.Owner}: {YamlScalars.Write(owner)}"]);
        lines.Add($"{Keys.Allow}:");
        var listed = entries.ToList();
        lines.AddRange(listed.Select(static entry => $"  - {entry.Flow}"));
        lines.AddRange([$"{Keys.Expect}:", $"  - {{{Keys.Within}: [{string.Join(", ", listed.Select(static entry => YamlScalars.Write(entry.Target)))}]}}"]);
        return string.Concat(lines.Select(static line => line + "\n"));
    }
}
