using System.Reflection;

namespace PolicySdk.Cli.Sources;

/// <summary>The JSON schemas of policy files, which this assembly carries.</summary>
internal static class SchemaFiles
{
    internal const string Policy = "policy.schema.json";

    private const string Extension = ".schema.json";

    /// <summary>Writes them beside the policies, and gives their paths.</summary>
    internal static IReadOnlyList<string> Write(PolicyFolder folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var paths = new List<string>();
        Directory.CreateDirectory(Path.Combine(folder.Project, folder.Name, "schema"));
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.EndsWith(Extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var path = $"{folder.Name}/schema/{name}";
            using var schema = assembly.GetManifestResourceStream(name)!;
            using var file = File.Create(Path.Combine(folder.Project, path));
            schema.CopyTo(file);
            paths.Add(path);
        }

        return paths;
    }
}
