using System.Diagnostics;
using System.Text;

namespace VendorApi.Tests;

/// <summary>The example, run as a user runs it, with a time limit and an environment that is stated in full.</summary>
internal sealed class ExampleProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
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
    internal async Task<Uri> WaitForUrlAsync()
    {
        var ended = _process.WaitForExitAsync(_timeout.Token);
        await Bounded(Task.WhenAny(_listening.Task, ended));
        Assert.True(_listening.Task.IsCompleted, $"The example does not listen:\n{Output}");
        return await _listening.Task;
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
        const string Listening = "Now listening on: ";
        if (received.Data is not { } line)
        {
            return;
        }

        lock (_output)
        {
            _output.Append(line).Append('\n');
        }

        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var start)
        {
            _listening.TrySetResult(new Uri(line[(start + Listening.Length)..]));
        }
    }

    private static bool IsConfiguration(string name) =>
        name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ApiTokens", StringComparison.OrdinalIgnoreCase)
        || name.Equals("DOTNET_ENVIRONMENT", StringComparison.OrdinalIgnoreCase);
}
