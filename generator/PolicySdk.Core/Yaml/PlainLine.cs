namespace PolicySdk.Yaml;

/// <summary>
/// A line that holds one item of a block list, an address or what could be one, and nothing else but a comment. Wherever such a line
/// starts an item, YAML leaves no doubt about it: the text is one scalar, it is no key, and it ends with its line unless the next line is indented deeper.
/// </summary>
/// <param name="Indent">How many spaces stand before the dash.</param>
/// <param name="Start">Where the item starts, its quote included.</param>
/// <param name="Length">How long it is, with both quotes.</param>
/// <param name="IsPlain">Whether it stands without quotes.</param>
/// <param name="Next">Where the next line starts.</param>
internal readonly record struct PlainLine(int Indent, int Start, int Length, bool IsPlain, int Next)
{
    // Two IPv6 addresses have 79.
    private const int Longest = 100;

    /// <summary>Reads the line that starts at a place; false for any other line, and for one that ends with the text.</summary>
    internal static bool TryRead(string text, int lineStart, out PlainLine line)
    {
        line = default;
        var dash = SkipSpaces(text, lineStart);
        var start = dash + 2;
        if (start >= text.Length || text[dash] != '-' || text[dash + 1] != ' ')
        {
            return false;
        }

        var isPlain = text[start] is not ('"' or '\'');
        var end = isPlain ? EndOfPlain(text, start) : EndOfQuoted(text, start);
        if (end < 0 || end - start > Longest || !TrySkipRest(text, end, out var next))
        {
            return false;
        }

        line = new(dash - lineStart, start, end - start, isPlain, next);
        return true;
    }

    // A text that starts with a digit is no indicator, and one that does not end with a colon is no key.
    private static int EndOfPlain(string text, int start)
    {
        var end = SkipAddress(text, start);
        return end > start && IsHexDigit(text[start]) && text[end - 1] != ':' ? end : -1;
    }

    private static int EndOfQuoted(string text, int start)
    {
        var end = SkipAddress(text, start + 1);
        return end > start + 1 && end < text.Length && text[end] == text[start] ? end + 1 : -1;
    }

    private static bool TrySkipRest(string text, int end, out int next)
    {
        next = SkipSpaces(text, end);
        if (next > end && next < text.Length && text[next] == '#')
        {
            while (next < text.Length && text[next] >= ' ')
            {
                next++;
            }
        }

        next += next + 1 < text.Length && text[next] == '\r' ? 1 : 0;
        return next < text.Length && text[next++] == '\n';
    }

    private static int SkipSpaces(string text, int start)
    {
        while (start < text.Length && text[start] == ' ')
        {
            start++;
        }

        return start;
    }

    private static int SkipAddress(string text, int start)
    {
        while (start < text.Length && (text[start] is >= '-' and <= ':' || IsHexDigit(text[start])))
        {
            start++;
        }

        return start;
    }

    private static bool IsHexDigit(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
