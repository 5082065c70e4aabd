namespace PolicySdk.Cli;

/// <summary>How commands end.</summary>
internal static class ExitCodes
{
    /// <summary>Done, and nothing found.</summary>
    internal const int Clean = 0;

    /// <summary>Something was found, or refused.</summary>
    internal const int Findings = 1;

    /// <summary>The command line is wrong.</summary>
    internal const int Usage = 2;

    /// <summary>A file, git or a server failed.</summary>
    internal const int Fault = 3;
}
