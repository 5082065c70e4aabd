using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Examples.Tests;

/// <summary>A process with a time limit, ended with all that it started.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly StringBuilder _output = new();
    private readonly CancellationTokenSource _timeout;
    private readonly Process _process;

    private ChildProcess(ProcessStartInfo start, TimeSpan limit)
    {
        _timeout = new(limit);
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

    internal static ChildProcess Start(TimeSpan limit, string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A test run is itself started by the SDK, which tells its children things that are not true of another build.
        foreach (var name in start.Environment.Keys.Where(IsOfTheTestRun).ToList())
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
        await _process.WaitForExitAsync(_timeout.Token);
        return _process.ExitCode;
    }

    /// <summary>Waits until the process has printed something.</summary>
    internal async Task<Match> WaitForAsync(Regex text)
    {
        while (true)
        {
            var hasExited = _process.HasExited;
            if (text.Match(Output) is { Success: true } match)
            {
                return match;
            }

            Assert.False(hasExited, $"The process ended before it printed {text}:\n{Output}");
            await Task.Delay(Pause, _timeout.Token);
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

    private void Append(object sender, DataReceivedEventArgs received)
    {
        lock (_output)
        {
            _output.Append(received.Data).Append('\n');
        }
    }

    private static bool IsOfTheTestRun(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("OTEL_", StringComparison.OrdinalIgnoreCase);
}
