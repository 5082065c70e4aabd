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
    private readonly string _text;
    private readonly Stack<YamlContainer> _open = new();
    private YamlNode? _root;
    private int _documents;

    private YamlReader(string text) => _text = text;

    /// <summary>Reads a file; returns the root (null for an empty file) or the first fault. Places count from after a byte order mark.</summary>
    internal static (YamlNode? Root, YamlFault? Fault) Read(string text)
    {
        var content = text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text;
        return YamlTextCheck.Find(content) is { } fault ? (null, fault) : new YamlReader(content).ReadEvents();
    }

    private (YamlNode? Root, YamlFault? Fault) ReadEvents()
    {
        using var reader = new StringReader(_text);
        var parser = new Parser(new Scanner(reader, skipComments: true));
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
            return (null, new(Range(exception.Start, exception.End), $"The file can't be read as YAML: {exception.Message}"));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return (null, new(TextRange.In(_text, 0, 0), $"The file can't be read as YAML: {exception.GetType().Name}."));
        }
    }

    private YamlFault? Accept(ParsingEvent current) => current switch
    {
        DocumentStart start => AcceptDocument(start),
        AnchorAlias alias => Refuse(alias, "An alias (*name) is not allowed. Write the value, or use a named network."),
        NodeEvent { Anchor.IsEmpty: false } node => Refuse(node, "An anchor (&name) is not allowed. Use a named network for what is used twice."),
        NodeEvent { Tag.IsEmpty: false } node => Refuse(node, "A tag (!name) is not allowed. Put quotes around a text that starts with '!'."),
        Scalar scalar => AcceptScalar(scalar),
        MappingStart start => Open(start, isMapping: true),
        SequenceStart start => Open(start, isMapping: false),
        MappingEnd or SequenceEnd => Close(current),
        _ => null,
    };

    private YamlFault? AcceptDocument(DocumentStart start) =>
        start.Version is not null || start.Tags is { Count: > 0 } && !start.IsImplicit && HasOwnTags(start)
            ? Refuse(start, "A directive (%YAML, %TAG) is not allowed. Remove the line.")
        : ++_documents > 1 ? Refuse(start, "The file holds a second document. One file is one document: remove the '---' or split the file.")
        : null;

    private static bool HasOwnTags(DocumentStart start) => start.Tags!.Any(static tag => tag.Handle is not ("!" or "!!"));

    private YamlFault? AcceptScalar(Scalar scalar)
    {
        if (scalar.Value.Length > YamlLimits.TextLength)
        {
            return Refuse(scalar, "The text is longer than 4,096 characters.");
        }

        var node = new YamlScalar(
            Range(scalar.Start, scalar.End), scalar.Value, scalar.Style == ScalarStyle.Plain, scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded);
        var forbidden = YamlTextCheck.IndexOfForbidden(scalar.Value, mayBreakLines: true);
        if (forbidden >= 0)
        {
            return new(node.Range, $"The text holds the character {YamlTextCheck.CodePoint(scalar.Value, forbidden)}, which is not printable. Remove it.");
        }

        return IsKeyPlace && node.IsPlain && node.Text == "<<"
            ? Refuse(scalar, "A merge key (<<) is not allowed. Write the keys out, or use a named network.")
            : Add(node);
    }

    private bool IsKeyPlace => _open.Count > 0 && _open.Peek() is { IsMapping: true, Key: null };

    private YamlFault? Open(NodeEvent start, bool isMapping)
    {
        if (_open.Count == YamlLimits.Depth)
        {
            return Refuse(start, "The file is nested deeper than 32 levels.");
        }

        if (IsKeyPlace)
        {
            return Refuse(start, "A key must be a text, not a list or a mapping. A value that starts with '{' or '[' needs quotes.");
        }

        _open.Push(new(isMapping, Range(start.Start, start.Start)));
        return null;
    }

    private YamlFault? Close(ParsingEvent end)
    {
        return Add(_open.Pop().ToNode(Range(end.End, end.End)));
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

    private YamlFault Refuse(ParsingEvent at, string message) => new(Range(at.Start, at.End), message);

    private TextRange Range(Mark start, Mark end)
    {
        var first = (int)Math.Min(_text.Length, start.Index);
        var last = (int)Math.Min(_text.Length, Math.Max(end.Index, first));
        return new(first, last - first, (int)start.Line - 1, (int)start.Column - 1, (int)end.Line - 1, (int)end.Column - 1);
    }
}
