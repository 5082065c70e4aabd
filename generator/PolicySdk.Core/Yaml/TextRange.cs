namespace PolicySdk.Yaml;

/// <summary>A place in a file. Lines and columns count from 0, in UTF-16 code units, as the compiler counts them.</summary>
internal readonly record struct TextRange(int Start, int Length, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The first <paramref name="length"/> characters after <paramref name="offset"/>, for a range that stands on one line.</summary>
    internal TextRange Part(int offset, int length) => new(Start + offset, length, Line, Column + offset, Line, Column + offset + length);

    /// <summary>From the start of this range to the end of another.</summary>
    internal TextRange To(TextRange end) =>
        new(Start, Math.Max(0, end.Start + end.Length - Start), Line, Column, end.EndLine, end.EndColumn);

    /// <summary>Finds the place of a part of a text.</summary>
    internal static TextRange In(string text, int start, int length)
    {
        var (line, column) = Locate(text, start);
        var (endLine, endColumn) = Locate(text, start + length);
        return new(start, length, line, column, endLine, endColumn);
    }

    private static (int Line, int Column) Locate(string text, int position)
    {
        var (line, lineStart) = (0, 0);
        for (var i = 0; i < position; i++)
        {
            var isBreak = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            (line, lineStart) = isBreak ? (line + 1, i + 1) : (line, lineStart);
        }

        return (line, position - lineStart);
    }
}
