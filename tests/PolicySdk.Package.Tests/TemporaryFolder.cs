namespace PolicySdk.Package.Tests;

/// <summary>A folder under the system's temporary one, gone when the test is.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>The full path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("policysdk-").FullName;

    /// <summary>The full path of a file or folder in it.</summary>
    public string this[string relativePath] => System.IO.Path.Combine(Path, relativePath);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
