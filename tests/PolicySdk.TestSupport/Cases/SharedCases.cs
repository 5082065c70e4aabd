using System.Text.Json;

namespace PolicySdk.TestSupport.Cases;

/// <summary>
/// The conformance cases taken from other systems' test suites: one JSON object a line, in <c>shared/cases</c> beside the repository.
/// They are no part of the repository, so a test that needs them asks <see cref="AreAvailable"/> first and skips without them.
/// </summary>
internal static class SharedCases
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private static readonly string Folder = Path.GetFullPath(Path.Combine(RepositoryRoot.Path, "..", "shared", "cases"));

    internal static bool AreAvailable => Directory.Exists(Folder);

    internal static string MissingReason => $"The shared cases are not on this machine ({Folder}).";

    internal static IReadOnlyList<T> Read<T>(string file)
        where T : class =>
        [.. File.ReadLines(Path.Combine(Folder, file)).Where(static line => line.Length > 0).Select(line => ReadLine<T>(file, line))];

    /// <summary>How many lines the file has, counted without the reader of the cases.</summary>
    internal static int CountLines(string file) => File.ReadAllBytes(Path.Combine(Folder, file)).Count(static b => b == (byte)'\n');

    private static T ReadLine<T>(string file, string line) =>
        JsonSerializer.Deserialize<T>(line, Options) ?? throw new InvalidDataException($"{file}: {line}");
}
