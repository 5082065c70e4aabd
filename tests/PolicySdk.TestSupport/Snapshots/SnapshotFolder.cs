namespace PolicySdk.TestSupport.Snapshots;

/// <summary>The folder of a test class, with the verified files of its tests.</summary>
internal sealed class SnapshotFolder(string path)
{
    internal const string Extension = ".verified.";

    /// <summary>What is missing, different or stale among the verified files of one test; empty if all is well.</summary>
    internal IReadOnlyList<string> Compare(string test, IReadOnlyList<SnapshotFile> received) =>
    [
        .. received.Select(Compare).OfType<string>(),
        .. Stale(test, received).Select(static name => $"{name} is stale: nothing of that name is generated any more."),
    ];

    /// <summary>Makes the verified files of one test what was received.</summary>
    internal void Accept(string test, IReadOnlyList<SnapshotFile> received)
    {
        foreach (var name in Stale(test, received))
        {
            File.Delete(Path.Combine(path, name));
        }

        foreach (var file in received)
        {
            File.WriteAllText(Path.Combine(path, file.Name), file.Text);
        }
    }

    private string? Compare(SnapshotFile file)
    {
        var place = Path.Combine(path, file.Name);
        return !File.Exists(place) ? $"{file.Name} is missing. It would be:\n{file.Text}"
            : File.ReadAllText(place) is var verified && verified != file.Text ? $"{file.Name} differs. {FirstDifference(verified, file.Text)}"
            : null;
    }

    private List<string> Stale(string test, IReadOnlyList<SnapshotFile> received) =>
    [
        .. Directory.EnumerateFiles(path)
            .Select(static place => Path.GetFileName(place))
            .Where(name => name == $"{test}.verified.txt" || (name.StartsWith(test + "#", StringComparison.Ordinal) && name.Contains(Extension, StringComparison.Ordinal)))
            .Except(received.Select(static file => file.Name))
            .Order(StringComparer.Ordinal),
    ];

    private static string FirstDifference(string verified, string received)
    {
        var (before, after) = (verified.Split('\n'), received.Split('\n'));
        var line = before.Zip(after).TakeWhile(static pair => pair.First == pair.Second).Count();
        return $"Line {line + 1}:\n  verified: {Line(before, line)}\n  received: {Line(after, line)}";
    }

    private static string Line(string[] lines, int index) => index < lines.Length ? lines[index] : "(the end)";
}
