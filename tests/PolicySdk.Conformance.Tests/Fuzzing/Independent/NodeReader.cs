using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicySdk.Conformance.Tests.Fuzzing.Independent;

/// <summary>Reads a file from the events of the YAML library, as far as it is one document of mappings, lists and texts.</summary>
internal static class NodeReader
{
    private const int Depth = 32;
    private const int TextLength = 4096;
    private const string Unseen = "\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u2028\u2029\uFEFF\uFFFD";

    internal static Node Read(string text)
    {
        CheckCharacters(text, "\t\r\n");
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            var document = parser.Consume<DocumentStart>();
            NotUnderstoodException.ThrowIf(document.Version is not null || document.Tags?.Any(static tag => tag.Handle.Length > 2) == true, "a directive");
            var root = ReadNode(parser, 0);
            parser.Consume<DocumentEnd>();
            parser.Consume<StreamEnd>();
            return root;
        }
        catch (Exception exception) when (exception is not (NotUnderstoodException or OutOfMemoryException))
        {
            throw new NotUnderstoodException(exception.Message);
        }
    }

    private static Node ReadNode(Parser parser, int depth)
    {
        NotUnderstoodException.ThrowIf(depth > Depth, "deeper than 32");
        var node = parser.Consume<NodeEvent>();
        NotUnderstoodException.ThrowIf(!node.Anchor.IsEmpty || !node.Tag.IsEmpty, "an anchor or tag");
        switch (node)
        {
            case Scalar scalar:
                NotUnderstoodException.ThrowIf(scalar.Value.Length > TextLength, "a long text");
                CheckCharacters(scalar.Value, "\n");
                return new TextNode(scalar.Value, scalar.Style == ScalarStyle.Plain, scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded);
            case SequenceStart:
                return ReadList(parser, depth);
            default:
                return ReadMap(parser, depth);
        }
    }

    private static ListNode ReadList(Parser parser, int depth)
    {
        var items = new List<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(parser, depth + 1));
        }

        return new(items);
    }

    private static MapNode ReadMap(Parser parser, int depth)
    {
        var values = new Dictionary<string, Node>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(parser, depth + 1) as TextNode ?? throw new NotUnderstoodException("a key that is no text");
            NotUnderstoodException.ThrowIf(key is { Text: "<<", IsPlain: true }, "a merge key");
            NotUnderstoodException.ThrowIf(!values.TryAdd(key.Text, ReadNode(parser, depth + 1)), $"the key {key.Text} twice");
        }

        return new(values);
    }

    private static void CheckCharacters(string text, string exceptions)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var isUnseen = Rune.IsControl(rune) || (rune.IsBmp && Unseen.Contains((char)rune.Value, StringComparison.Ordinal));
            NotUnderstoodException.ThrowIf(isUnseen && !exceptions.Contains((char)rune.Value, StringComparison.Ordinal), $"the character U+{rune.Value:X4}");
        }
    }
}
