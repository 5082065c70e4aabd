namespace PolicySdk.Testing.Exposure;

/// <summary>The committed file.</summary>
internal sealed class ExposureFile(string path, Func<string, string?> variables)
{
    internal const string AcceptVariable = "POLICYSDK_ACCEPT_EXPOSURE";

    private const int ShownLines = 100;

    private string Name => Path.GetFileName(path);

    /// <summary>Compares the file with what is so now, or writes it where that is asked for.</summary>
    /// <exception cref="PolicyTestException">It differs; or it is to be written where nobody would review it.</exception>
    internal void Verify(IReadOnlyList<string> current, bool accept)
    {
        accept |= IsOn(variables(AcceptVariable));
        if (accept && IsOn(variables("CI")))
        {
            throw new PolicyTestException($"{Name} is not rewritten where CI is set: nobody would review it. Rewrite it on a developer's machine and commit it.");
        }

        IReadOnlyList<string> committed = File.Exists(path) ? File.ReadAllLines(path) : [];
        if (committed.SequenceEqual(current, StringComparer.Ordinal))
        {
            return;
        }

        if (!accept)
        {
            throw new PolicyTestException(Difference(committed, current));
        }

        // As a whole or not at all.
        var written = $"{path}.{Path.GetRandomFileName()}";
        File.WriteAllText(written, string.Concat(current.Select(static line => line + "\n")));
        File.Move(written, path, overwrite: true);
    }

    private string Difference(IReadOnlyList<string> committed, IReadOnlyList<string> current)
    {
        var how = $"If that is meant, run the tests with {AcceptVariable}=1 and commit the file.";
        if (committed.Count == 0)
        {
            return $"{path} is {(File.Exists(path) ? "empty" : "not there")}. {how}";
        }

        var changes = Without(committed, current).Select(static line => (Line: line, Sign: '-')).Concat(Without(current, committed).Select(static line => (Line: line, Sign: '+')))
            .OrderBy(static change => Subject(change.Line), StringComparer.Ordinal)
            .Select(static change => $"{change.Sign} {change.Line}")
            .ToList();
        var shown = changes.Count == 0 ? "The same lines stand there in another order." : string.Join("\n", changes.Take(ShownLines));
        var more = changes.Count > ShownLines ? $"\n... {changes.Count - ShownLines} more" : "";
        return $"{Name} does not say what the application exposes now ({current.Count} lines, {changes.Count} differ):\n{shown}{more}\n{how}";
    }

    // A route and its kind, a policy and its client: what was and what is of one stand together.
    private static string Subject(string line) => string.Join(ExposureText.Separator, line.Split(ExposureText.Separator).Take(2));

    private static IEnumerable<string> Without(IReadOnlyList<string> lines, IReadOnlyList<string> others)
    {
        var left = others.GroupBy(static line => line, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);
        return lines.Where(line => !left.TryGetValue(line, out var count) || (left[line] = count - 1) < 0).ToList();
    }

    private static bool IsOn(string? value) => value is { Length: > 0 } and not "0" && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
