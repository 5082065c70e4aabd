using PolicySdk.Cli.Editing;
using PolicySdk.Cli.Sources;
using PolicySdk.Yaml;

namespace PolicySdk.Cli.Fixes;

/// <summary>
/// The layout that no reviewer should have to speak of: no spaces at the ends of lines, one kind of line end, at most one blank line, none at the end.
/// Columns are people's.
/// </summary>
internal static class Formatter
{
    /// <summary>The file in that layout; as it is where it can't be read.</summary>
    internal static PolicySource Format(PolicySource source)
    {
        if (!CanRead(source) || YamlReader.Read(source.Text).Root is not YamlMapping root)
        {
            return source;
        }

        var newLine = YamlText.NewLineOf(source.Text);
        var lines = source.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        var within = Spanning(root).ToHashSet();
        var kept = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            // A text that goes on over lines says what it says, spaces and blank lines included.
            var line = within.Contains(i) ? lines[i] : lines[i].TrimEnd(' ', '\t');
            if (within.Contains(i) || line.Length > 0 || (kept.Count > 0 && kept[^1].Length > 0))
            {
                kept.Add(line);
            }
        }

        while (kept.Count > 0 && kept[^1].Length == 0)
        {
            kept.RemoveAt(kept.Count - 1);
        }

        var text = string.Concat(kept.Select(line => line + newLine));
        return IsSame(root, YamlReader.Read(text).Root) ? source with { Text = text } : source;
    }

    /// <summary>Whether the file can be read, and laid out.</summary>
    internal static bool CanRead(PolicySource source) => source.IsUtf8 && YamlReader.Read(source.Text) is { Fault: null, Root: YamlMapping };

    private static IEnumerable<int> Spanning(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Range.EndLine > scalar.Range.Line ? Enumerable.Range(scalar.Range.Line, scalar.Range.EndLine - scalar.Range.Line + 1) : [],
        YamlSequence list => list.Items.SelectMany(Spanning),
        YamlMapping mapping => mapping.Pairs.SelectMany(static pair => Spanning(pair.Value)),
        _ => [],
    };

    private static bool IsSame(YamlNode? one, YamlNode? other) => (one, other) switch
    {
        (YamlScalar left, YamlScalar right) => left.Text == right.Text,
        (YamlSequence left, YamlSequence right) => left.Items.Count == right.Items.Count && left.Items.Zip(right.Items).All(static pair => IsSame(pair.First, pair.Second)),
        (YamlMapping left, YamlMapping right) => left.Pairs.Count == right.Pairs.Count
            && left.Pairs.Zip(right.Pairs).All(static pair => pair.First.Key.Text == pair.Second.Key.Text && IsSame(pair.First.Value, pair.Second.Value)),
        _ => false,
    };
}
