using System.Xml.Linq;

namespace PolicySdk.Repository.Tests;

/// <summary>The files of the repository, without build output.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] OtherFolders = [".git", ".vs", ".vscode", ".idea", "bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Paths from the root, with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. List(new DirectoryInfo(Root)).Select(static file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> WithExtension(params string[] extensions) => All.Where(file => extensions.Contains(Path.GetExtension(file)));

    public static string PathOf(string file) => Path.Combine(Root, file);

    public static string ReadText(string file) => File.ReadAllText(PathOf(file));

    public static XDocument ReadXml(string file) => XDocument.Load(PathOf(file));

    private static string FindRoot(string directory) =>
        File.Exists(Path.Combine(directory, "PolicySdk.sln"))
            ? directory
            : FindRoot(Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException("These tests run inside the repository."));

    private static IEnumerable<FileInfo> List(DirectoryInfo directory) =>
        directory.EnumerateDirectories()
            .Where(static child => !OtherFolders.Contains(child.Name))
            .SelectMany(List)
            .Concat(directory.EnumerateFiles().Where(static file => file.Name != ".git"));
}
