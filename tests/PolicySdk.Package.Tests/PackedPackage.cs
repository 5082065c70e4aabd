[assembly: AssemblyFixture(typeof(PolicySdk.Package.Tests.PackedPackage))]

namespace PolicySdk.Package.Tests;

/// <summary>The package, packed once from the sources for all tests, and the package cache that its consumers share.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The folder that serves as package source.</summary>
    public string Feed => _folder["feed"];

    /// <summary>The isolated package cache of the consumers.</summary>
    public string Cache => _folder["packages"];

    /// <summary>The one file in the source.</summary>
    public string File => Assert.Single(Directory.GetFiles(Feed));

    /// <summary>The version that the package was packed with.</summary>
    public string Version => Path.GetFileNameWithoutExtension(File)["PolicySdk.".Length..];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var project = Path.Combine(Repository.Root, "runtime", "PolicySdk", "PolicySdk.csproj");
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
