namespace PolicySdk.Yaml;

/// <summary>A node of the small part of YAML that policy files use; what is not in that part is refused by the reader.</summary>
internal abstract class YamlNode(TextRange range)
{
    internal TextRange Range { get; } = range;

    /// <summary>What the node is, for messages.</summary>
    internal abstract string Kind { get; }
}

/// <summary>A text. Numbers, dates and booleans are texts too: nothing is guessed from the way it looks.</summary>
internal sealed class YamlScalar(TextRange range, string text, bool isPlain, bool isBlock) : YamlNode(range)
{
    internal string Text { get; } = text;

    /// <summary>Written without quotes.</summary>
    internal bool IsPlain { get; } = isPlain;

    /// <summary>Written as a literal (<c>|</c>) or folded (<c>&gt;</c>) block.</summary>
    internal bool IsBlock { get; } = isBlock;

    /// <summary>Nothing was written: <c>key:</c> alone.</summary>
    internal bool IsAbsent => IsPlain && Text.Length == 0;

    /// <summary>Whether offsets in the text are offsets in the file too.</summary>
    internal bool IsVerbatim => Range.Line == Range.EndLine && Range.Length == Text.Length + (IsPlain ? 0 : 2);

    internal override string Kind => IsAbsent ? "nothing" : "a text";

    /// <summary>The place in the file of a part of the text; the whole scalar where escapes or line breaks stand between, or nothing does.</summary>
    internal TextRange Locate(int offset, int length) => IsVerbatim && length > 0 ? Range.Part(offset + (IsPlain ? 0 : 1), length) : Range;
}

/// <summary>A list.</summary>
internal sealed class YamlSequence(TextRange range, IReadOnlyList<YamlNode> items) : YamlNode(range)
{
    internal IReadOnlyList<YamlNode> Items { get; } = items;

    internal override string Kind => "a list";
}

/// <summary>A mapping, its pairs in the order of the file, duplicates included.</summary>
internal sealed class YamlMapping(TextRange range, IReadOnlyList<KeyValuePair<YamlScalar, YamlNode>> pairs) : YamlNode(range)
{
    internal IReadOnlyList<KeyValuePair<YamlScalar, YamlNode>> Pairs { get; } = pairs;

    internal override string Kind => "a mapping";
}
