using System.Text.RegularExpressions;
using PolicySdk.Yaml;

namespace PolicySdk.TestSupport;

/// <summary>A text that shows the places that a test expects: <c>ip: [|10.0.0.1/8|]</c>.</summary>
/// <param name="Text">The text without the marks.</param>
/// <param name="Ranges">The marked places, in order.</param>
internal sealed partial record MarkedText(string Text, IReadOnlyList<TextRange> Ranges)
{
    internal static MarkedText Parse(string marked)
    {
        var (text, starts, ranges) = ("", new Stack<int>(), new List<(int Start, int End)>());
        foreach (var token in Tokens().Matches(marked).Select(static match => match.Value))
        {
            switch (token)
            {
                case "[|":
                    starts.Push(text.Length);
                    break;
                case "|]":
                    ranges.Add((starts.Pop(), text.Length));
                    break;
                default:
                    text += token;
                    break;
            }
        }

        return starts.Count == 0 ? new(text, [.. ranges.Order().Select(range => Locate(text, range.Start, range.End))]) : throw new FormatException(marked);
    }

    // Counted apart from the product, which is what is tested.
    private static TextRange Locate(string text, int start, int end)
    {
        var (line, column) = Position(text[..start]);
        var (endLine, endColumn) = Position(text[..end]);
        return new(start, end - start, line, column, endLine, endColumn);
    }

    private static (int Line, int Column) Position(string before)
    {
        var lines = LineBreaks().Split(before);
        return (lines.Length - 1, lines[^1].Length);
    }

    [GeneratedRegex(@"\[\||\|\]|(?:(?!\[\||\|\])[\s\S])+")]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\r\n|\r|\n")]
    private static partial Regex LineBreaks();
}
