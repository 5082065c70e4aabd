using System.Xml.Linq;

namespace PolicySdk.Repository.Tests;

/// <summary>Projects keep what they share in one place.</summary>
public sealed class ProjectTests
{
    private static readonly string[] VersionProperties = ["Version", "VersionPrefix", "VersionSuffix", "PackageVersion", "AssemblyVersion", "FileVersion", "InformationalVersion"];

    private static IEnumerable<string> Projects => RepositoryFiles.WithExtension(".csproj");

    private static IEnumerable<string> BuildFiles => RepositoryFiles.WithExtension(".csproj", ".props", ".targets");

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = RepositoryFiles.ReadText("PolicySdk.sln");

        Assert.NotEmpty(Projects);
        Assert.DoesNotContain(Projects, project => !solution.Contains($"\"{project.Replace('/', '\\')}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Package_versions_are_central() =>
        Assert.DoesNotContain(
            from file in BuildFiles
            from reference in Elements(file, "PackageReference")
            select (file, reference),
            static found => found.reference.Attribute("Version") is not null || found.reference.Element("Version") is not null);

    [Fact]
    public void Every_pinned_package_is_used()
    {
        var used = BuildFiles.SelectMany(static file => Elements(file, "PackageReference"))
            .Select(static reference => reference.Attribute("Include")?.Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        // What only packages of packages use is pinned in a group of its own.
        var unused = Elements("Directory.Packages.props", "PackageVersion")
            .Where(static pin => pin.Parent?.Attribute("Label")?.Value != "Transitive")
            .Select(static pin => pin.Attribute("Include")!.Value)
            .Where(id => !used.Contains(id));

        Assert.Empty(unused);
    }

    [Fact]
    public void Every_package_has_its_public_surface_on_record()
    {
        var packages = Projects.Where(static project => Elements(project, "IsPackable").Any(static packable => packable.Value == "true")).ToList();

        Assert.Contains("runtime/PolicySdk/PolicySdk.csproj", packages);
        foreach (var folder in packages.Select(static package => Path.GetDirectoryName(package)!.Replace('\\', '/')))
        {
            Assert.Contains($"{folder}/PublicAPI.Shipped.txt", RepositoryFiles.All);
            Assert.Contains($"{folder}/PublicAPI.Unshipped.txt", RepositoryFiles.All);
        }
    }

    [Fact]
    public void The_version_stands_in_one_place()
    {
        var places =
            from file in BuildFiles
            from property in VersionProperties
            from element in Elements(file, property)
            where element.Parent?.Name.LocalName == "PropertyGroup"
            select file;

        Assert.Equal(["Directory.Build.props"], places);
    }

    private static IEnumerable<XElement> Elements(string file, string name) => RepositoryFiles.ReadXml(file).Descendants(name);
}
