using System.Reflection;
using PolicySdk.TestSupport;

namespace PolicySdk.Generator.Tests.Snapshots;

/// <summary>Every verified file belongs to a test that is still there.</summary>
public sealed class VerifiedFilesTests
{
    [Fact]
    public void No_verified_file_is_left_of_a_removed_test()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "tests", "PolicySdk.Generator.Tests");
        var tests = typeof(VerifiedFilesTests).Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => $"{type.Name}.{method.Name}"))
            .ToList();
        var files = Directory.EnumerateFiles(folder, "*.verified.*", SearchOption.AllDirectories).Select(static path => Path.GetFileName(path)).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Contains(tests, test =>
            file.StartsWith(test, StringComparison.Ordinal) && file[test.Length] is '#' or '.' or '_'));
    }
}
