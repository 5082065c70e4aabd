namespace PolicySdk.Conformance.Tests.Fuzzing.Mutation;

/// <summary>Changes of whole lines.</summary>
internal static class LineMutations
{
    private const int Block = 4;

    internal static string Delete(string text, Random random, Seeds seeds) => Edit(text, lines => lines.RemoveAt(random.Next(lines.Count)));

    internal static string Duplicate(string text, Random random, Seeds seeds) => Edit(text, lines => lines.Insert(random.Next(lines.Count + 1), random.Pick(lines)));

    internal static string Swap(string text, Random random, Seeds seeds) => Edit(text, lines =>
    {
        var (left, right) = (random.Next(lines.Count), random.Next(lines.Count));
        (lines[left], lines[right]) = (lines[right], lines[left]);
    });

    internal static string Indent(string text, Random random, Seeds seeds) => Edit(text, lines =>
    {
        var index = random.Next(lines.Count);
        var count = random.Next(1, 5);
        lines[index] = random.OneIn(2) ? new string(' ', count) + lines[index]
            : random.OneIn(8) ? "\t" + lines[index]
            : lines[index][Math.Min(count, lines[index].Length - lines[index].TrimStart(' ').Length)..];
    });

    internal static string Join(string text, Random random, Seeds seeds) => Edit(text, lines =>
    {
        var index = random.Next(lines.Count);
        if (index + 1 < lines.Count)
        {
            lines[index] += random.Pick([" ", "", ", "]) + lines[index + 1].TrimStart();
            lines.RemoveAt(index + 1);
        }
    });

    internal static string EndAlike(string text, Random random, Seeds seeds) => text.Replace("\n", random.Pick(["\r\n", "\r", "\n\n"]), StringComparison.Ordinal);

    /// <summary>Puts a few lines of another file in.</summary>
    internal static string Graft(string text, Random random, Seeds seeds) => Edit(text, lines =>
    {
        var others = random.Pick(seeds.Texts).Split('\n');
        var start = random.Next(others.Length);
        lines.InsertRange(random.Next(lines.Count + 1), others.Skip(start).Take(random.Next(1, Block + 1)));
    });

    /// <summary>The head of this file and the tail of another.</summary>
    internal static string CrossOver(string text, Random random, Seeds seeds)
    {
        var (own, others) = (text.Split('\n'), random.Pick(seeds.Texts).Split('\n'));
        return string.Join('\n', own.Take(random.Next(own.Length + 1)).Concat(others.Skip(random.Next(others.Length + 1))));
    }

    /// <summary>Puts an entry of the dictionary after one that is there.</summary>
    internal static string AddEntry(string text, Random random, Seeds seeds) => Edit(text, lines =>
    {
        var index = random.Next(lines.Count);
        var entry = lines.FindIndex(index, static line => line.TrimStart().StartsWith("- ", StringComparison.Ordinal));
        if (entry >= 0)
        {
            lines.Insert(entry, lines[entry][..lines[entry].IndexOf('-', StringComparison.Ordinal)] + "- " + Entries.Make(random));
        }
    });

    private static string Edit(string text, Action<List<string>> edit)
    {
        var lines = text.Split('\n').ToList();
        edit(lines);
        return string.Join('\n', lines);
    }
}
