namespace PolicySdk.Package.Tests;

/// <summary>The package of the test harness, packed once from the sources.</summary>
public sealed class PackedTesting : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The folder that serves as package source.</summary>
    public string Feed => _folder["feed"];

    /// <summary>The one file in the source.</summary>
    public string File => Assert.Single(Directory.GetFiles(Feed));

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var project = Path.Combine(Repository.Root, "runtime", "PolicySdk.Testing", "PolicySdk.Testing.csproj");
        var machinePackages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? "";
        var result = await DotnetCommand.RunAsync(
            Repository.Root, machinePackages, "pack", project, "--configuration", "Release", "--output", Feed, "--artifacts-path", _folder["artifacts"]);
        result.Succeeded();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
