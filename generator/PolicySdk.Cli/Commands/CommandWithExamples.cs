using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PolicySdk.Cli.Commands;

/// <summary>A command whose help ends with examples.</summary>
internal sealed class CommandWithExamples(string name, string description, string examples) : Command(name, description)
{
    private string Examples { get; } = examples;

    /// <summary>Makes the help of a command line show examples.</summary>
    internal static void ShowIn(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }

    private sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var exitCode = usual.Invoke(parseResult);
            if (parseResult.CommandResult.Command is CommandWithExamples command)
            {
                parseResult.InvocationConfiguration.Output.WriteLine($"Examples:\n{string.Join('\n', command.Examples.Split('\n').Select(static line => "  " + line))}\n");
            }

            return exitCode;
        }
    }
}
