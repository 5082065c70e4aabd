namespace PolicySdk.Cli;

/// <summary>Ends a command with a message for people.</summary>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    internal int ExitCode { get; } = exitCode;

    /// <summary>Something that the user asked for in a wrong way.</summary>
    internal static CommandException Usage(string message) => new(ExitCodes.Usage, message);

    /// <summary>Something that went wrong around the command: a file, git, a server.</summary>
    internal static CommandException Fault(string message) => new(ExitCodes.Fault, message);
}
