namespace PolicySdk.Yaml;

/// <summary>Finds the bracket that is never closed in a file that can't be read: the library only tells where that was noticed.</summary>
internal static class UnclosedBracket
{
    private const int Depth = 2 * YamlLimits.Depth;

    private const string BeforeTokens = "-:?,{[\r\n";

    private static readonly char[] Breaks = ['\r', '\n'];

    /// <summary>Looks from where the reader has come to; an outermost bracket counts up to the place where reading failed.</summary>
    internal static YamlFault? Find(string text, int from, int failed)
    {
        var open = new Stack<(int Start, int Comment)>();
        var isMissing = false;
        for (var i = from; i < text.Length && !isMissing && (open.Count > 0 || i <= failed); i++)
        {
            switch (text[i])
            {
                case '#' when i == 0 || char.IsWhiteSpace(text[i - 1]):
                    i = SkipComment(text, i, open);
                    break;
                case '"' or '\'' when StartsToken(text, i):
                    i = EndOfQuoted(text, i);
                    if (i < 0)
                    {
                        return null;
                    }

                    break;
                case '{' or '[' when open.Count > 0 || StartsToken(text, i):
                    open.Push((i, -1));
                    break;
                case '}' or ']' when open.Count > 0:
                    isMissing = text[i] != Closing(text[open.Peek().Start]);
                    if (!isMissing)
                    {
                        open.Pop();
                    }

                    break;
            }

            if (open.Count > Depth)
            {
                return null;
            }
        }

        return open.Count == 0 ? null : Describe(text, open.Peek().Start, open.Peek().Comment);
    }

    private static YamlFault Describe(string text, int start, int comment)
    {
        var closing = Closing(text[start]);
        var why = comment < 0
            ? $" Write the '{closing}' that is missing."
            : $" A '#' after a space starts a comment, here on line {TextRange.In(text, comment, 0).Line + 1}, with the '{closing}' in it. Put a text that holds ' #' in quotes.";
        return new(TextRange.In(text, start, 1), $"The file can't be read as YAML: this '{text[start]}' is never closed.{why}");
    }

    // The first comment that holds what would close the innermost bracket is the one to tell of.
    private static int SkipComment(string text, int start, Stack<(int Start, int Comment)> open)
    {
        var end = text.IndexOfAny(Breaks, start) is var lineEnd && lineEnd < 0 ? text.Length : lineEnd;
        if (open.Count > 0 && open.Peek() is { Comment: < 0 } innermost && text.IndexOf(Closing(text[innermost.Start]), start, end - start) >= 0)
        {
            open.Pop();
            open.Push((innermost.Start, start));
        }

        return end - 1;
    }

    // Inside a plain text quotes and, outside of brackets, brackets are characters like others.
    private static bool StartsToken(string text, int index)
    {
        do
        {
            index--;
        }
        while (index >= 0 && text[index] is ' ' or '\t');
        return index < 0 || BeforeTokens.IndexOf(text[index]) >= 0;
    }

    private static int EndOfQuoted(string text, int start)
    {
        var quote = text[start];
        var end = start + 1;
        while (end < text.Length && (text[end] != quote || IsEscaped(text, end)))
        {
            end += text[end] == '\\' && quote == '"' || text[end] == quote ? 2 : 1;
        }

        return end < text.Length ? end : -1;
    }

    // A single quote is doubled inside of single quotes.
    private static bool IsEscaped(string text, int quote) => text[quote] == '\'' && quote + 1 < text.Length && text[quote + 1] == '\'';

    private static char Closing(char opening) => opening == '{' ? '}' : ']';
}
