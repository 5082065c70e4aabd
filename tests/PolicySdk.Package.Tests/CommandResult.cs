namespace PolicySdk.Package.Tests;

/// <summary>What a process said and how it ended.</summary>
public sealed record CommandResult(string Command, int ExitCode, string Output)
{
    /// <summary>Fails with the whole output unless the process succeeded.</summary>
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"{Command} failed:\n{Output}");
        return this;
    }

    /// <summary>Fails unless the process failed and said <paramref name="text"/>.</summary>
    public CommandResult FailedWith(string text)
    {
        Assert.True(ExitCode != 0, $"{Command} should have failed:\n{Output}");
        Assert.True(Output.Contains(text, StringComparison.Ordinal), $"{Command} should have said '{text}':\n{Output}");
        return this;
    }
}
