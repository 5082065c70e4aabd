namespace PolicySdk.Package.Tests;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    private static string FindRoot(string directory) =>
        File.Exists(Path.Combine(directory, "PolicySdk.sln"))
            ? directory
            : FindRoot(Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException("These tests run inside the repository."));
}
