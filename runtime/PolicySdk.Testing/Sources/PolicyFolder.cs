using System.Collections.Concurrent;
using System.Reflection;
using PolicySdk.Policies;

namespace PolicySdk.Testing.Sources;

/// <summary>The policy files of a project, as they are on the disk.</summary>
/// <param name="Project">The folder of the project.</param>
/// <param name="Folder">The folder of the policies in it: <c>policies</c>.</param>
/// <param name="Inputs">The files, paths relative to the project.</param>
internal sealed record PolicyFolder(string Project, string Folder, IReadOnlyList<PolicyInput> Inputs)
{
    private static readonly ConcurrentDictionary<Assembly, PolicyFolder> Read = [];

    /// <summary>The files that the policies of an assembly were compiled from.</summary>
    /// <exception cref="InvalidOperationException">The assembly has no policies, or its project is not known.</exception>
    internal static PolicyFolder Of(Assembly assembly) => Read.GetOrAdd(assembly, static assembly => ReadFiles(ProjectFolders.Of(assembly), FolderOf(assembly)));

    // The first part of every path; what lies deeper is part of it.
    private static string FolderOf(Assembly assembly) =>
        assembly.GetTypes().Select(static type => type.GetCustomAttribute<IpPolicySourceAttribute>()).FirstOrDefault(static source => source is not null)?.File.Split('/')[0]
            ?? throw new InvalidOperationException($"No policy is compiled into {assembly.GetName().Name}.");

    private static PolicyFolder ReadFiles(string project, string folder)
    {
        var root = Path.Combine(project, folder);
        if (!Directory.Exists(root))
        {
            throw new InvalidOperationException($"The policies were compiled from {root}, which is not there any more.");
        }

        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(project, file).Replace('\\', '/'))
            .Where(static path => PolicyFileKinds.IsRead(path) && PolicyFileKinds.Of(path) != PolicyFileKind.Unknown)
            .Order(StringComparer.Ordinal);
        return new(project, folder, [.. files.Select(path => new PolicyInput(path, File.ReadAllText(Path.Combine(project, path))))]);
    }
}
