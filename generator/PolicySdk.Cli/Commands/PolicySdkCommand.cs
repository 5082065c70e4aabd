using System.CommandLine;
using System.CommandLine.Invocation;
using PolicySdk.Cli.Output;

namespace PolicySdk.Cli.Commands;

/// <summary>The command <c>policysdk</c>.</summary>
internal static class PolicySdkCommand
{
    // '@' begins the names of teams, and no file of further arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    internal static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        var console = new CommandConsole(output, error);
        var result = Create(console).Parse(arguments, Parsing);
        console.IsPlain = result.GetValue(SharedOptions.NoColor) || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var invocation = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        try
        {
            if (result.Action is ParseErrorAction)
            {
                result.Errors.ToList().ForEach(fault => console.Error(fault.Message));
                console.Error($"See 'policysdk {(result.CommandResult.Command is RootCommand ? "" : result.CommandResult.Command.Name + " ")}--help'.");
                return ExitCodes.Usage;
            }

            return await result.InvokeAsync(invocation);
        }
        catch (CommandException exception)
        {
            console.Error(exception.Message);
            return exception.ExitCode;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            console.Error(exception.Message);
            return ExitCodes.Fault;
        }
        catch (OperationCanceledException)
        {
            console.Error("Canceled.");
            return ExitCodes.Fault;
        }
        catch (Exception exception)
        {
            console.Error($"A fault of PolicySdk, please report it. {exception}");
            return ExitCodes.Fault;
        }
    }

    private static RootCommand Create(CommandConsole console)
    {
        var root = new RootCommand("IP allowlists as code: edits them, checks them, and says exactly who may call. "
            + "Exit codes: 0 done and nothing found, 1 found or refused, 2 wrong command line, 3 a fault.")
        {
            NewCommand.Create(console),
            AddMyIpCommand.Create(console),
            AddCommand.Create(console),
            RemoveCommand.Create(console),
            RenewCommand.Create(console),
            BlockCommand.Create(console),
            LintCommand.Create(console),
            FormatCommand.Create(console),
            ExplainCommand.Create(console),
            DiffCommand.Create(console),
            ReportCommand.Create(console),
            SchemaCommand.Create(console),
        };
        root.Options.Add(SharedOptions.Folder);
        root.Options.Add(SharedOptions.NoColor);
        CommandWithExamples.ShowIn(root);
        return root;
    }
}
