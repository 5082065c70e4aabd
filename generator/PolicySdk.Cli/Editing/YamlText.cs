using PolicySdk.Cli.Commands;
using PolicySdk.Yaml;

namespace PolicySdk.Cli.Editing;

/// <summary>A policy file as text and as nodes with their places.</summary>
internal sealed class YamlText
{
    private YamlText(string text, YamlMapping root) => (Text, Root) = (text, root);

    internal string Text { get; }

    internal YamlMapping Root { get; }

    /// <summary>The line end of the file.</summary>
    internal string NewLine => Text.IndexOf('\n', StringComparison.Ordinal) is var end && end > 0 && Text[end - 1] == '\r' ? "\r\n" : "\n";

    /// <exception cref="CommandException">The file can't be read, or is written in a way that can't be edited line by line.</exception>
    internal static YamlText Parse(string path, string text)
    {
        var (root, fault) = YamlReader.Read(text);
        return fault is not null ? throw CommandException.Fault($"{path}({fault.Range.Line + 1},{fault.Range.Column + 1}): {fault.Message} Nothing was written.")
            : root is YamlMapping mapping && !IsFlow(text, mapping) ? new(text, mapping)
            : throw CommandException.Fault($"{path}: the file must be a mapping with a key on each line to be edited. Nothing was written.");
    }

    internal static YamlNode? Find(YamlMapping mapping, string key) => mapping.Pairs.FirstOrDefault(pair => pair.Key.Text == key).Value;

    internal static int End(YamlNode node) => node.Range.Start + node.Range.Length;

    /// <summary>Whether a list or mapping is written in brackets.</summary>
    internal bool IsFlow(YamlNode node) => IsFlow(Text, node);

    /// <summary>Where the line of a position starts.</summary>
    internal int LineStart(int position) => position == 0 ? 0 : Text.LastIndexOf('\n', position - 1) + 1;

    /// <summary>Where the next line starts; the end of the text after the last one.</summary>
    internal int NextLine(int position) => Text.IndexOf('\n', position) is var end && end < 0 ? Text.Length : end + 1;

    /// <summary>What stands on the line before a position: the indentation, and the dash of an item.</summary>
    internal string Before(int position) => Text[LineStart(position)..position];

    /// <summary>Inserts whole lines before the line that starts at a position, which may be the end of a text that lacks its last line end.</summary>
    internal TextEdit InsertLines(int position, IEnumerable<string> lines)
    {
        var isUnended = position == Text.Length && position > 0 && Text[^1] != '\n';
        return new(position, 0, isUnended ? string.Concat(lines.Select(line => NewLine + line)) : string.Concat(lines.Select(line => line + NewLine)));
    }

    /// <summary>Removes whole lines, from the line of a position to that of another; the last line of a text that lacks its last line end leaves none behind.</summary>
    internal TextEdit RemoveLines(int first, int last)
    {
        var (start, end) = (LineStart(first), NextLine(last));
        var isUnended = end == Text.Length && Text[^1] != '\n' && start > 0;
        start -= isUnended ? NewLine.Length : 0;
        return new(start, end - start, "");
    }

    private static bool IsFlow(string text, YamlNode node) => node is YamlMapping or YamlSequence && node.Range.Start < text.Length && text[node.Range.Start] is '{' or '[';
}
