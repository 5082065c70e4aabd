using System.Diagnostics;
using System.Text;

namespace PolicySdk.Package.Tests;

/// <summary>Runs <c>dotnet</c> as a user does, within a time limit, leaving no process behind.</summary>
internal static class DotnetCommand
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    public static Task<CommandResult> RunAsync(string directory, string packages, params IEnumerable<string> arguments) => StartAsync(home: null, directory, packages, arguments);

    /// <summary>With a folder of its own for what the SDK notes of tools: it does so by their version alone, and would run another package of the same one.</summary>
    public static Task<CommandResult> RunToolAsync(string home, string directory, string packages, params IEnumerable<string> arguments) => StartAsync(home, directory, packages, arguments);

    private static async Task<CommandResult> StartAsync(string? home, string directory, string packages, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        SetEnvironment(start, packages);
        if (home is not null)
        {
            start.Environment["DOTNET_CLI_HOME"] = home;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = new StringBuilder();
        void Append(object sender, DataReceivedEventArgs line)
        {
            lock (output)
            {
                output.Append(line.Data).Append('\n');
            }
        }

        process.OutputDataReceived += Append;
        process.ErrorDataReceived += Append;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var command = $"dotnet {string.Join(' ', arguments)}";
        using var timeout = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command} ran longer than {Limit}:\n{output}");
        }

        return new CommandResult(command, process.ExitCode, output.ToString());
    }

    private static void SetEnvironment(ProcessStartInfo start, string packages)
    {
        // A test run is itself started by the SDK, which tells its children things that are not true of a consumer.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment.Remove("CI");
        start.Environment["NUGET_PACKAGES"] = packages;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        // Servers would outlive the test, hold its folders, and keep assemblies that a test replaces.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        // A build is over before code that is compiled again pays: a fifth of its processor time.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCountThreshold"] = "1000";
    }
}
