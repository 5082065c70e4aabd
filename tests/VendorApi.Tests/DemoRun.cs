namespace VendorApi.Tests;

/// <summary>One run of the demo, for all tests that read what it printed.</summary>
public sealed class DemoRun : IAsyncLifetime
{
    // The demo's answer where loopback has one address only.
    private const int CannotRunHere = 2;

    private string _output = "";

    internal int ExitCode { get; private set; }

    internal string Output
    {
        get
        {
            SkipWhereItCannotRun();
            return _output;
        }
    }

    internal IReadOnlyList<string> Lines => Output.Split('\n');

    /// <summary>The cells of the table's row for a case.</summary>
    internal string[] Row(string name) =>
        Assert.Single(Lines, line => line.StartsWith($"{name}  ", StringComparison.Ordinal)).Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Skips the test on a machine that lacks the loopback addresses.</summary>
    internal void SkipWhereItCannotRun() => Assert.SkipWhen(ExitCode == CannotRunHere && OperatingSystem.IsMacOS(), _output);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await using var process = ExampleProcess.Start(["--demo"]);
        ExitCode = await process.WaitForExitAsync();
        _output = process.Output;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
