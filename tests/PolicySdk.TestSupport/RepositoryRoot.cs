namespace PolicySdk.TestSupport;

/// <summary>The folder of the repository that the running tests were built from: the nearest one above that holds the solution.</summary>
internal static class RepositoryRoot
{
    internal static string Path { get; } = Find(new(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo start)
    {
        for (var folder = start; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "PolicySdk.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {start.FullName} holds PolicySdk.sln.");
    }
}
