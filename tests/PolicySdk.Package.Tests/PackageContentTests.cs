using System.IO.Compression;
using System.Xml.Linq;

namespace PolicySdk.Package.Tests;

/// <summary>What is in the package: these files, no others.</summary>
public sealed class PackageContentTests(PackedPackage package)
{
    [Fact]
    public async Task The_package_holds_exactly_these_files()
    {
        await using var archive = await ZipFile.OpenReadAsync(package.File, TestContext.Current.CancellationToken);

        // The rest is written by the packaging format itself.
        var files = archive.Entries.Select(static entry => entry.FullName)
            .Where(static name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "LICENSE",
                "PolicySdk.nuspec",
                "README.md",
                "THIRD-PARTY-NOTICES.md",
                "analyzers/dotnet/cs/PolicySdk.Analyzers.dll",
                "analyzers/dotnet/cs/PolicySdk.CodeFixes.dll",
                "analyzers/dotnet/cs/PolicySdk.Core.dll",
                "analyzers/dotnet/cs/PolicySdk.Generator.dll",
                "analyzers/dotnet/cs/PolicySdk.YamlDotNet.dll",
                "buildTransitive/PolicySdk.props",
                "buildTransitive/PolicySdk.targets",
                "lib/net10.0/PolicySdk.dll",
                "lib/net10.0/PolicySdk.xml",
                "schema/client-address.schema.json",
                "schema/guardrails.schema.json",
                "schema/networks.schema.json",
                "schema/policy.schema.json",
            ],
            files);
    }

    [Fact]
    public async Task The_package_depends_on_the_shared_framework_alone()
    {
        var nuspec = await ReadNuspecAsync();

        Assert.DoesNotContain(nuspec.Descendants(), static element => element.Name.LocalName == "dependency");
        var framework = Assert.Single(nuspec.Descendants(), static element => element.Name.LocalName == "frameworkReference");
        Assert.Equal("Microsoft.AspNetCore.App", framework.Attribute("name")?.Value);
    }

    [Theory]
    [InlineData("id", "PolicySdk")]
    [InlineData("license", "MIT")]
    [InlineData("readme", "README.md")]
    public async Task The_package_says_what_it_is(string element, string value)
    {
        var nuspec = await ReadNuspecAsync();

        Assert.Equal(value, Assert.Single(nuspec.Descendants(), candidate => candidate.Name.LocalName == element).Value);
    }

    [Fact]
    public async Task The_README_links_to_no_file_of_the_repository()
    {
        using var reader = new StreamReader(await OpenAsync("README.md"));
        var readme = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("# PolicySdk\n", readme, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\]\((?!https://)|^\[[^\]]+\]: (?!https://)", readme);
    }

    [Fact]
    public async Task The_notices_hold_the_license_of_the_renamed_reader()
    {
        using var reader = new StreamReader(await OpenAsync("THIRD-PARTY-NOTICES.md"));
        var notices = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains("PolicySdk.YamlDotNet.dll", notices, StringComparison.Ordinal);
        Assert.Contains("Antoine Aubry and contributors", notices, StringComparison.Ordinal);
        Assert.Contains("The above copyright notice and this permission notice shall be included", notices, StringComparison.Ordinal);
    }

    private async Task<XDocument> ReadNuspecAsync() =>
        await XDocument.LoadAsync(await OpenAsync("PolicySdk.nuspec"), LoadOptions.None, TestContext.Current.CancellationToken);

    private async Task<MemoryStream> OpenAsync(string name)
    {
        await using var archive = await ZipFile.OpenReadAsync(package.File, TestContext.Current.CancellationToken);
        await using var entry = await archive.GetEntry(name)!.OpenAsync(TestContext.Current.CancellationToken);
        var copy = new MemoryStream();
        await entry.CopyToAsync(copy, TestContext.Current.CancellationToken);
        copy.Position = 0;
        return copy;
    }
}
