using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicySdk.TestSupport;

/// <summary>A process with a time limit and an environment that is stated in full, ended with all that it started.</summary>
internal sealed partial class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private static readonly string[] NotForChildren = ["MSBUILD", "ASPNETCORE_", "DOTNET_ENVIRONMENT", "OTEL_", "ApiTokens"];

    private readonly StringBuilder _output = new();
    private readonly TimeSpan _limit;
    private readonly CancellationTokenSource _timeout;
    private readonly Process _process;

    private ChildProcess(ProcessStartInfo start, TimeSpan limit)
    {
        (_limit, _timeout) = (limit, new(limit));
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += Append;
        _process.ErrorDataReceived += Append;
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The <c>dotnet</c> that runs the tests.</summary>
    internal static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

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

    /// <summary>Starts a program where the tests are.</summary>
    internal static ChildProcess Start(TimeSpan limit, string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the SDK tells a test run is not true of another build, and a machine's settings are not those of an example.
        foreach (var name in start.Environment.Keys.Where(static name => NotForChildren.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(start, limit);
    }

    /// <summary>Waits until the process ends by itself.</summary>
    /// <returns>Its exit code.</returns>
    internal async Task<int> WaitForExitAsync()
    {
        await Bounded(_process.WaitForExitAsync(_timeout.Token));
        return _process.ExitCode;
    }

    /// <summary>Waits until an application listens.</summary>
    /// <returns>The URL.</returns>
    internal async Task<Uri> WaitForUrlAsync() => new((await WaitForAsync(Listening)).Groups["url"].Value);

    /// <summary>Waits until the process has printed something.</summary>
    internal async Task<Match> WaitForAsync(Regex text)
    {
        var match = Match.Empty;
        await Bounded(UntilPrinted());
        return match;

        async Task UntilPrinted()
        {
            var hasExited = false;
            while (!(match = text.Match(Output)).Success)
            {
                if (hasExited)
                {
                    throw new InvalidOperationException($"The process ended before it printed {text}:\n{Output}");
                }

                // What it printed last is read before it counts as ended.
                hasExited = _process.HasExited;
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
            throw new TimeoutException($"The process ran longer than {_limit}:\n{Output}");
        }
    }

    private void Append(object sender, DataReceivedEventArgs received)
    {
        lock (_output)
        {
            _output.Append(received.Data).Append('\n');
        }
    }

    [GeneratedRegex(@"Now listening on: (?<url>\S+)\n")]
    private static partial Regex Listening { get; }
}
