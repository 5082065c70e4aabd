using System.Reflection;

namespace PolicySdk.Testing.Sources;

/// <summary>The folders of the projects that are tested, as the build of the tests wrote them beside the tests.</summary>
internal static class ProjectFolders
{
    private const string FileName = "PolicySdk.Testing.projects.txt";

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Known = new(static () => Read(Path.Combine(AppContext.BaseDirectory, FileName)));

    /// <summary>The folder of the project that an assembly was built from.</summary>
    /// <exception cref="InvalidOperationException">It is not known, or not there.</exception>
    internal static string Of(Assembly assembly)
    {
        var name = assembly.GetName().Name ?? "";
        if (!Known.Value.TryGetValue(name, out var folder))
        {
            throw new InvalidOperationException(
                $"{FileName} beside the tests ({AppContext.BaseDirectory}) does not say where the project of {name} is. It is written when a project that refers to the package PolicySdk.Testing is built, for itself and for the projects that it refers to.");
        }

        return Directory.Exists(folder) ? folder : throw new InvalidOperationException(
            $"The project of {name} was in {folder} when the tests were built, and is not there any more. These tests compare the compiled policies with their files: run them where they were built.");
    }

    private static Dictionary<string, string> Read(string file) => !File.Exists(file) ? [] : File.ReadAllLines(file)
        .Select(static line => line.Split('\t'))
        .Where(static fields => fields.Length == 2)
        .DistinctBy(static fields => fields[0], StringComparer.Ordinal)
        .ToDictionary(static fields => fields[0], static fields => fields[1], StringComparer.Ordinal);
}
