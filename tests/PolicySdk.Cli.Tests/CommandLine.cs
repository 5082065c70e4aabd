using PolicySdk.Cli.Commands;

namespace PolicySdk.Cli.Tests;

/// <summary>A folder of policies, and the command run on it.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly string _project;

    internal CommandLine(params (string Path, string Text)[] files)
        : this(Directory.CreateTempSubdirectory("policysdk-").FullName, files)
    {
    }

    internal CommandLine(string project, params (string Path, string Text)[] files)
    {
        _project = project;
        Directory.CreateDirectory(Folder);
        foreach (var (path, text) in files)
        {
            Write(path, text);
        }
    }

    internal string Folder => Path.Combine(_project, "policies");

    public void Dispose() => Directory.Delete(_project, recursive: true);

    internal void Write(string path, string text)
    {
        var full = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    internal string PathOf(string path) => Path.Combine(Folder, path);

    internal string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>Runs the command; lines end with a line feed.</summary>
    internal async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await PolicySdkCommand.RunAsync([.. arguments, "--folder", Folder], output, error);
        return (exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Runs it, and tells how it ended and what it complained of.</summary>
    internal async Task<(int ExitCode, string Error)> EndAsync(params string[] arguments)
    {
        var (exitCode, _, error) = await RunAsync(arguments);
        return (exitCode, error);
    }

    /// <summary>Runs it, and expects that it ends well.</summary>
    internal async Task<string> SucceedAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(arguments);
        Assert.True(exitCode == 0, $"{string.Join(' ', arguments)} ended with {exitCode}:\n{error}{output}");
        return output;
    }
}
