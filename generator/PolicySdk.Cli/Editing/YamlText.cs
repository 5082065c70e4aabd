using PolicySdk.Yaml;

namespace PolicySdk.Cli.Editing;

/// <summary>A policy file as text and as nodes with their places.</summary>
internal sealed class YamlText
{
    private YamlText(string text, YamlMapping root) => (Text, Root) = (text, root);

    internal string Text { get; }

    internal YamlMapping Root { get; }

    /// <summary>The line end of the file.</summary>
    internal string NewLine => NewLineOf(Text);

    /// <exception cref="CommandException">The file can't be read, or is written in a way that can't be edited line by line.</exception>
    internal static YamlText Parse(string path, string text)
    {
        var (root, fault) = YamlReader.Read(text);
        return fault is not null ? throw CommandException.Fault($"{path}({fault.Range.Line + 1},{fault.Range.Column + 1}): {fault.Message} Nothing was written.")
            : OfLines(text, root)
            ?? throw CommandException.Fault($"{path}: the file must be a mapping with a key on each line, and lines must end with LF or CR LF, to be edited. Nothing was written.");
    }

    /// <summary>The file, or null where it can't be read or edited line by line.</summary>
    internal static YamlText? TryParse(string text) => OfLines(text, YamlReader.Read(text).Root);

    /// <summary>The line end of a text: that of its first line.</summary>
    internal static string NewLineOf(string text) => text.IndexOf('\n', StringComparison.Ordinal) is var end && end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";

    internal static YamlNode? Find(YamlMapping mapping, string key) => mapping.Pairs.FirstOrDefault(pair => pair.Key.Text == key).Value;

    internal static int End(YamlNode node) => node.Range.Start + node.Range.Length;

    /// <summary>Whether a list or mapping is written in brackets.</summary>
    internal bool IsFlow(YamlNode node) => IsFlow(Text, node);

    /// <summary>Where a last section ends: at the line '...', if there is one, or at the end of the text.</summary>
    internal int EndOfDocument
    {
        get
        {
            var end = LineAfter(Root.Pairs[^1].Value);
            while (end < Text.Length && !Text.AsSpan(end).StartsWith("..."))
            {
                end = NextLine(end);
            }

            return end;
        }
    }

    /// <summary>Where the line of a position starts.</summary>
    internal int LineStart(int position) => position == 0 ? 0 : Text.LastIndexOf('\n', position - 1) + 1;

    /// <summary>Where the line after a node starts; the end of the text after the last one.</summary>
    internal int LineAfter(YamlNode node)
    {
        var end = End(node);
        return LastScalar(node) is not { IsBlock: true } block ? NextLine(end)
            : !IsKept(block) ? NextLine(Text.AsSpan(0, end).TrimEnd().Length)
            : Before(end).Trim().Length == 0 ? LineStart(end) : NextLine(end);
    }

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

    /// <summary>Removes whole lines, from the line of a position up to a line that stays; the last line of a text that lacks its last line end leaves none behind.</summary>
    internal TextEdit RemoveLines(int first, int end)
    {
        var start = LineStart(first);
        var isUnended = end == Text.Length && Text[^1] != '\n' && start > 0;
        start -= !isUnended ? 0 : start > 1 && Text[start - 2] == '\r' ? 2 : 1;
        return new(start, end - start, "");
    }

    private static YamlScalar? LastScalar(YamlNode node) => node switch
    {
        YamlMapping { Pairs: [.., var last] } => LastScalar(last.Value),
        YamlSequence { Items: [.., var last] } => LastScalar(last),
        _ => node as YamlScalar,
    };

    // Blank lines belong to a block that begins with |+ or >+, and to no other (YAML 1.2.2, 8.1.1.2).
    private bool IsKept(YamlScalar block) => Text[block.Range.Start..NextLine(block.Range.Start)].Split(' ')[0].Contains('+', StringComparison.Ordinal);

    private static YamlText? OfLines(string text, YamlNode? root)
    {
        // To YAML a CR alone ends a line as well; here it is a character.
        var hasLines = text.AsSpan().Count('\r') == text.AsSpan().Count("\r\n");
        return hasLines && root is YamlMapping mapping && !IsFlow(text, mapping) && !mapping.Pairs.Any(pair => IsExplicit(text, pair.Key)) ? new(text, mapping) : null;
    }

    // Written as '? key': where its line starts is not where the key does.
    private static bool IsExplicit(string text, YamlScalar key) => text.AsSpan(0, key.Range.Start).TrimEnd(" \t").EndsWith("?");

    private static bool IsFlow(string text, YamlNode node) => node is YamlMapping or YamlSequence && node.Range.Start < text.Length && text[node.Range.Start] is '{' or '[';
}
