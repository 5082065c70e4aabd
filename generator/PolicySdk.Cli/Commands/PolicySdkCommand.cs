using System.CommandLine;
using System.CommandLine.Invocation;
using PolicySdk.Cli.Output;

namespace PolicySdk.Cli.Commands;

/// <summary>The command <c>policysdk</c>.</summary>
internal static class PolicySdkCommand
{
    internal static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        var console = new CommandConsole(output, error);
        var result = Create(console).Parse(arguments);
        var invocation = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        try
        {
            var exitCode = await result.InvokeAsync(invocation);
            return result.Action is ParseErrorAction ? ExitCodes.Usage : exitCode;
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
            console.Error("Canceled; nothing was written.");
            return ExitCodes.Fault;
        }
    }

    private static RootCommand Create(CommandConsole console)
    {
        var root = new RootCommand("IP allowlists as code: edits them, checks them, and says exactly who may call.")
        {
            AddCommand.CreateMyIp(console),
            AddCommand.Create(console),
            RemoveCommand.Create(console),
            RenewCommand.Create(console),
            AddCommand.CreateBlock(console),
            LintCommand.Create(console),
            ExplainCommand.Create(console),
        };
        root.Options.Add(SharedOptions.Folder);
        root.Options.Add(SharedOptions.NoColor);
        return root;
    }
}
