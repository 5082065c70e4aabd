using System.Globalization;
using System.Text;

namespace PolicySdk.Yaml;

/// <summary>
/// What must hold of a file's characters before the YAML reader sees them: it silently drops control characters, and a reviewer
/// does not see bidirectional overrides.
/// </summary>
internal static class YamlTextCheck
{
    /// <summary>Finds the first fault, or null.</summary>
    internal static YamlFault? Find(string text)
    {
        // No character has more than three bytes for each of its units.
        if (text.Length > YamlLimits.FileBytes || (text.Length > YamlLimits.FileBytes / 3 && Encoding.UTF8.GetByteCount(text) > YamlLimits.FileBytes))
        {
            return new(TextRange.In(text, 0, 0), "The file is larger than 16 MiB. Split it, for example into several networks.");
        }

        for (int i = 0, lineStart = 0; i < text.Length; i++)
        {
            lineStart = text[i] is '\n' or '\r' ? i + 1 : lineStart;
            if (i - lineStart >= YamlLimits.LineLength)
            {
                return new(TextRange.In(text, lineStart, 0), "The line is longer than 65,536 characters; nobody can review that. Put one entry on a line.");
            }

            if (text[i] is not (>= ' ' and <= '~') && IsForbidden(text, i))
            {
                return new(TextRange.In(text, i, 1), $"The file holds the character {CodePoint(text, i)}, {Describe(text[i])}. Remove it.");
            }
        }

        return null;
    }

    /// <summary>The same for the value of a scalar, where escapes can bring any character; returns the offset or -1.</summary>
    internal static int IndexOfForbidden(string value, bool mayBreakLines)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (IsForbidden(value, i) || value[i] is '\t' or '\r' || (value[i] == '\n' && !mayBreakLines))
            {
                return i;
            }
        }

        return -1;
    }

    internal static string CodePoint(string text, int index)
    {
        var value = char.IsSurrogatePair(text, index) ? char.ConvertToUtf32(text, index) : text[index];
        return "U+" + value.ToString("X4", CultureInfo.InvariantCulture);
    }

    internal static bool IsBidirectionalControl(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';

    private static bool IsForbidden(string text, int index) => text[index] switch
    {
        '\t' or '\n' or '\r' => false,
        < ' ' or (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFD' or '\uFFFE' or '\uFFFF' => true,
        >= '\uD800' and <= '\uDBFF' => index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]),
        >= '\uDC00' and <= '\uDFFF' => index == 0 || !char.IsHighSurrogate(text[index - 1]),
        var c => IsBidirectionalControl(c),
    };

    private static string Describe(char c) =>
        c == '\uFFFD' ? "which stands for bytes that are no UTF-8"
        : c == '\uFEFF' ? "a byte order mark inside the text"
        : char.IsSurrogate(c) ? "half of a character"
        : IsBidirectionalControl(c) ? "which changes the order in which text is shown"
        : "a control character";
}
