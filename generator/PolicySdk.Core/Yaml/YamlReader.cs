using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicySdk.Yaml;

/// <summary>
/// Reads the part of YAML that policy files may use: one document of mappings, lists and texts. Anchors, aliases, tags, directives,
/// merge keys and complex keys are refused, each at its place. The only file that knows the YAML library, and only its event stream:
/// building its object model dies of deep nesting.
/// </summary>
internal sealed class YamlReader
{
    private static readonly char[] EndsOfWord = [' ', '\t', '\r', '\n', ',', '[', ']', '{', '}'];

    private static readonly char[] Breaks = ['\r', '\n'];

    private readonly string _text;
    private readonly ShortenedText? _shortened;
    private readonly Stack<YamlContainer> _open = new();
    private YamlNode? _root;
    private int _documents;

    private YamlReader(string text, ShortenedText? shortened = null) => (_text, _shortened) = (text, shortened);

    /// <summary>Reads a decoded text, whose byte order mark is gone with the bytes; returns the root (null for an empty file) or the first fault.</summary>
    internal static (YamlNode? Root, YamlFault? Fault) Read(string text) =>
        YamlTextCheck.Find(text) is { } fault ? (null, fault) : ReadShortened(text) ?? ReadWhole(text);

    /// <summary>Reads a text whose characters are checked, every line by the YAML library.</summary>
    internal static (YamlNode? Root, YamlFault? Fault) ReadWhole(string text) => new YamlReader(text).ReadEvents();

    /// <summary>The same without the long runs of plain lines; null where there are none, or any doubt: faults are found in the whole text.</summary>
    internal static (YamlNode? Root, YamlFault? Fault)? ReadShortened(string text, int shortest = PlainRuns.Shortest)
    {
        if (PlainRuns.Find(text, shortest) is not { Count: > 0 } runs)
        {
            return null;
        }

        var shortened = new ShortenedText(text, runs);
        var read = new YamlReader(shortened.Text, shortened).ReadEvents();
        return read.Fault is null && shortened.IsFilled ? read : null;
    }

    private (YamlNode? Root, YamlFault? Fault) ReadEvents()
    {
        using var reader = new StringReader(_text);
        var scanner = new Scanner(reader, skipComments: true);
        var parser = new Parser(scanner);
        try
        {
            while (parser.MoveNext())
            {
                if (Accept(parser.Current!) is { } fault)
                {
                    return (null, fault);
                }
            }

            return (_root, null);
        }
        catch (YamlException exception)
        {
            return (null, Describe(exception, parser.Current));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            var position = scanner.CurrentPosition;
            return (null, FindUnclosed(parser.Current, (int)position.Index)
                ?? new(Range(position, position), "The file can't be read as YAML from here on. Look before this place for a bracket or quote that is not closed."));
        }
    }

    private YamlFault Describe(YamlException exception, ParsingEvent? last)
    {
        var place = (int)Math.Min(_text.Length, exception.Start.Index);
        return FindTab(exception) is { } tab ? new(tab, $"The file can't be read as YAML: {exception.Message}")
            : FindUnclosed(last, place) ?? new(Range(exception.Start, exception.End), $"The file can't be read as YAML: {SyntaxFaults.Explain(exception.Message, _text, place)}");
    }

    // From the outermost bracket that is open; the library may fail before it tells of a bracket that it has read.
    private YamlFault? FindUnclosed(ParsingEvent? last, int place) =>
        UnclosedBracket.Find(_text, _open.LastOrDefault(static container => container.IsFlow)?.Start ?? (int)Math.Min(_text.Length, last?.End.Index ?? 0), place);

    // The library says where the mapping began, not where the tab stands.
    private TextRange? FindTab(YamlException exception)
    {
        var isTab = exception.Message.IndexOf("tab", StringComparison.OrdinalIgnoreCase) >= 0;
        for (var start = (int)Math.Min(_text.Length, exception.Start.Index); isTab && start < _text.Length; start++)
        {
            if (_text[start] == '\t' && _text.LastIndexOfAny(Breaks, start) is var lineStart && string.IsNullOrWhiteSpace(_text.Substring(lineStart + 1, start - lineStart)))
            {
                return TextRange.In(_text, start, 1);
            }
        }

        return null;
    }

    private YamlFault? Accept(ParsingEvent current) => current switch
    {
        DocumentStart start => AcceptDocument(start),
        AnchorAlias alias => RefuseWord(alias, "An alias (*name) is not allowed. Write the value, or use a named network."),
        NodeEvent { Anchor.IsEmpty: false } node => RefuseWord(node, "An anchor (&name) is not allowed. Use a named network for what is used twice."),
        NodeEvent { Tag.IsEmpty: false } node => RefuseWord(node, "A tag (!name) is not allowed. Put quotes around a text that starts with '!'."),
        Scalar scalar => AcceptScalar(scalar),
        MappingStart start => Open(start, isMapping: true, start.Style == MappingStyle.Flow),
        SequenceStart start => Open(start, isMapping: false, start.Style == SequenceStyle.Flow),
        MappingEnd or SequenceEnd => Close(current),
        _ => null,
    };

    private YamlFault? AcceptDocument(DocumentStart start) =>
        ++_documents > 1 ? RefuseWord(start, "The file holds a second document. One file is one document: remove the '---' or split the file.")
        : start.IsImplicit ? null
        : FindDirective((int)start.End.Index);

    // The library says nothing of a directive that it does not know.
    private YamlFault? FindDirective(int end)
    {
        for (var start = 0; start < end; start++)
        {
            var lineEnd = _text.IndexOfAny(['\r', '\n'], start);
            if (_text[start] == '%')
            {
                return new(TextRange.In(_text, start, (lineEnd < 0 ? _text.Length : lineEnd) - start), "A directive (%YAML, %TAG) is not allowed. Remove the line.");
            }

            start = lineEnd < 0 ? end : lineEnd;
        }

        return null;
    }

    private YamlFault? AcceptScalar(Scalar scalar)
    {
        if (scalar.Value.Length > YamlLimits.TextLength)
        {
            return Refuse(scalar, "The text is longer than 4,096 characters. Shorten it.");
        }

        var node = new YamlScalar(
            Range(scalar.Start, scalar.End), scalar.Value, scalar.Style == ScalarStyle.Plain, scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded);
        var forbidden = YamlTextCheck.IndexOfForbidden(scalar.Value, mayBreakLines: true);
        if (forbidden >= 0)
        {
            return new(node.Range, $"The text holds the character {YamlTextCheck.CodePoint(scalar.Value, forbidden)}, which is not printable. Remove it.");
        }

        _shortened?.Fill(_open.Count > 0 ? _open.Peek() : null, node);
        return IsKeyPlace && node.IsPlain && node.Text == "<<"
            ? Refuse(scalar, "A merge key (<<) is not allowed. Write the keys out, or use a named network.")
            : Add(node);
    }

    private bool IsKeyPlace => _open.Count > 0 && _open.Peek() is { IsMapping: true, Key: null };

    private YamlFault? Open(NodeEvent start, bool isMapping, bool isFlow)
    {
        if (_open.Count == YamlLimits.Depth)
        {
            return RefuseWord(start, "The file is nested deeper than 32 levels.");
        }

        if (IsKeyPlace)
        {
            return RefuseWord(start, "A key must be a text, not a list or a mapping. A value that starts with '{' or '[' needs quotes.");
        }

        _open.Push(new(isMapping, isFlow, Range(start.Start, start.Start)));
        return null;
    }

    private YamlFault? Close(ParsingEvent end)
    {
        // A line with a colon alone: the library ends the mapping after the key.
        if (_open.Peek().Key is { } key)
        {
            return new(key.Range, "The file can't be read as YAML here: a key without a value. Remove it, or write both.");
        }

        var bracket = Range(end.Start, end.Start);
        return Add(_open.Pop().ToNode(bracket with { Length = 1, EndColumn = bracket.EndColumn + 1 }));
    }

    private YamlFault? Add(YamlNode node)
    {
        if (_open.Count > 0)
        {
            _open.Peek().Add(node);
        }
        else
        {
            _root = node;
        }

        return null;
    }

    private YamlFault Refuse(Scalar scalar, string message) => new(Range(scalar.Start, scalar.End), message);

    // The mark, bracket or word that is refused, not all that hangs on it.
    private YamlFault RefuseWord(ParsingEvent at, string message)
    {
        var range = Range(at.Start, at.Start);
        var end = _text.IndexOfAny(EndsOfWord, Math.Min(range.Start + 1, _text.Length));
        return new(range.Part(0, (end < 0 ? _text.Length : end) - range.Start), message);
    }

    private TextRange Range(Mark start, Mark end)
    {
        var first = (int)Math.Min(_text.Length, start.Index);
        var last = (int)Math.Min(_text.Length, Math.Max(end.Index, first));

        // At the very end the library's columns are one too far.
        var range = first == _text.Length ? TextRange.In(_text, first, 0) : new(first, last - first, (int)start.Line - 1, (int)start.Column - 1, (int)end.Line - 1, (int)end.Column - 1);
        return _shortened?.Restore(range) ?? range;
    }
}
