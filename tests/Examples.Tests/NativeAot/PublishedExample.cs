using PolicySdk.TestSupport;

namespace Examples.Tests.NativeAot;

/// <summary>The example, published once as a native program, and running.</summary>
public sealed class PublishedExample : IAsyncLifetime
{
    private static readonly TimeSpan PublishLimit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("policysdk-").FullName;
    private ChildProcess? _program;

    /// <summary>What was printed while publishing.</summary>
    internal string PublishOutput { get; private set; } = "";

    /// <summary>Where the native program listens.</summary>
    internal Uri Url { get; private set; } = null!;

    /// <summary>The files that were published.</summary>
    internal IEnumerable<string?> Files => Directory.EnumerateFiles(Published).Select(Path.GetFileName);

    private string Published => Path.Combine(_folder, "published");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (NativeToolchain.Missing is null)
        {
            await PublishAsync();
            _program = ChildProcess.Start(
                RunLimit,
                Path.Combine(Published, "NativeAot"),
                ["--urls", "http://127.0.0.1:0", "--contentRoot", Published],
                ("ASPNETCORE_ENVIRONMENT", "Development"));
            Url = await _program.WaitForUrlAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task PublishAsync()
    {
        await using var publish = ChildProcess.Start(
            PublishLimit,
            ChildProcess.Dotnet,
            [
                "publish", Path.Combine(RepositoryRoot.Path, "examples", "NativeAot"), "-c", "Release", "-o", Published,
                "--artifacts-path", Path.Combine(_folder, "artifacts"), "-p:TrimmerSingleWarn=false", "-p:NuGetAudit=false",
            ],
            ("DOTNET_CLI_UI_LANGUAGE", "en"),
            ("DOTNET_NOLOGO", "1"),
            // Servers would outlive the test and hold its folder.
            ("MSBUILDDISABLENODEREUSE", "1"),
            ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"),
            ("UseSharedCompilation", "false"));
        var exitCode = await publish.WaitForExitAsync();
        PublishOutput = publish.Output;
        Assert.True(exitCode == 0, PublishOutput);
    }
}
