using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace VendorApi.Tests;

/// <summary>The example, run as a user runs it, with a time limit and an environment that is stated in full.</summary>
internal sealed partial class ExampleProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly StringBuilder _output = new();
    private readonly CancellationTokenSource _timeout = new(Limit);
    private readonly Process _process;

    private ExampleProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += Append;
        _process.ErrorDataReceived += Append;
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>All that was printed so far.</summary>
    internal string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts the example.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <param name="settings">Environment variables: the configuration.</param>
    internal static ExampleProcess Start(string[] arguments, params (string Name, string Value)[] settings)
    {
        var application = Path.Combine(AppContext.BaseDirectory, "VendorApi.dll");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", application, .. arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsConfiguration).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new(start);
    }

    /// <summary>Waits until the example ends by itself.</summary>
    /// <returns>Its exit code.</returns>
    internal async Task<int> WaitForExitAsync()
    {
        await Bounded(_process.WaitForExitAsync(_timeout.Token));
        return _process.ExitCode;
    }

    /// <summary>Waits until the example listens.</summary>
    /// <returns>The URL.</returns>
    internal async Task<Uri> WaitForUrlAsync() => new((await WaitForAsync(Listening)).Groups["url"].Value);

    /// <summary>Waits until the example has printed something.</summary>
    internal async Task<Match> WaitForAsync(Regex text)
    {
        var match = Match.Empty;
        await Bounded(UntilPrinted());
        return match;

        async Task UntilPrinted()
        {
            while (!(match = text.Match(Output)).Success)
            {
                Assert.False(_process.HasExited, $"The example ended before it printed {text}:\n{Output}");
                await Task.Delay(Pause, _timeout.Token);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        _timeout.Dispose();
    }

    private async Task Bounded(Task work)
    {
        try
        {
            await work;
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The example ran longer than {Limit}:\n{Output}");
        }
    }

    private void Append(object sender, DataReceivedEventArgs received)
    {
        lock (_output)
        {
            _output.Append(received.Data).Append('\n');
        }
    }

    private static bool IsConfiguration(string name) =>
        name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ApiTokens", StringComparison.OrdinalIgnoreCase)
        || name.Equals("DOTNET_ENVIRONMENT", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"Now listening on: (?<url>\S+)\n")]
    private static partial Regex Listening { get; }
}
