using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PolicySdk.CodeFixes.Text;

/// <summary>How lines of a file are laid out.</summary>
internal static class Layout
{
    /// <summary>The line break of the file.</summary>
    internal static string NewLine(SourceText text)
    {
        var first = text.Lines[0];
        return first.End < first.EndIncludingLineBreak ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    /// <summary>Whether nothing but white space is before a place on its line.</summary>
    internal static bool IsFirstOnLine(SourceText text, int position) => IsBlank(text, TextSpan.FromBounds(text.Lines.GetLineFromPosition(position).Start, position));

    /// <summary>Whether nothing but white space is behind a place on its line.</summary>
    internal static bool IsLastOnLine(SourceText text, int position) => IsBlank(text, TextSpan.FromBounds(position, text.Lines.GetLineFromPosition(position).End));

    internal static bool IsBlank(SourceText text, TextSpan span) => string.IsNullOrWhiteSpace(text.ToString(span));

    /// <summary>The first place from <paramref name="position"/> on that is no blank of its line.</summary>
    internal static int SkipSpaces(SourceText text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
        {
            position++;
        }

        return position;
    }

    /// <summary>The white space that the line of a place starts with.</summary>
    internal static string Indentation(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>The lines of a place, with their line breaks.</summary>
    internal static TextSpan Lines(SourceText text, TextSpan span) =>
        TextSpan.FromBounds(text.Lines.GetLineFromPosition(span.Start).Start, text.Lines.GetLineFromPosition(span.End).EndIncludingLineBreak);

    /// <summary>Puts a line of its own behind the line that a node ends on, comments included.</summary>
    internal static TextChange LineAfter(SourceText text, SyntaxNode node, string line) =>
        Insert(text.Lines.GetLineFromPosition(node.Span.End).End, NewLine(text) + Indentation(text, node.SpanStart) + line);

    internal static TextChange Insert(int position, string text) => new(new TextSpan(position, 0), text);

    internal static TextChange Delete(TextSpan span) => new(span, "");
}
