using System.IO.Compression;

namespace PolicySdk.Package.Tests;

/// <summary>What is in the package of the test harness; the examples are built from it by <c>.ci/run</c>.</summary>
public sealed class TestingPackageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_package_brings_the_language_of_policies_and_finds_the_projects()
    {
        var project = Path.Combine(Repository.Root, "runtime", "PolicySdk.Testing", "PolicySdk.Testing.csproj");
        var machinePackages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? "";
        var result = await DotnetCommand.RunAsync(
            Repository.Root, machinePackages, "pack", project, "--configuration", "Release", "--output", _folder["feed"], "--artifacts-path", _folder["artifacts"]);
        result.Succeeded();

        await using var archive = await ZipFile.OpenReadAsync(Assert.Single(Directory.GetFiles(_folder["feed"])), TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                "buildTransitive/PolicySdk.Testing.targets",
                "lib/net10.0/PolicySdk.Core.dll",
                "lib/net10.0/PolicySdk.Testing.dll",
                "lib/net10.0/PolicySdk.Testing.xml",
                "lib/net10.0/PolicySdk.YamlDotNet.dll",
            ],
            archive.Entries.Select(static entry => entry.FullName)
                .Where(static name => name.StartsWith("lib/", StringComparison.Ordinal) || name.StartsWith("build", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }
}
