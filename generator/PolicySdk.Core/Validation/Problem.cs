using System.Text;
using PolicySdk.Yaml;

namespace PolicySdk.Validation;

/// <summary>Something wrong in a file: which rule, where, and what to write instead.</summary>
internal sealed record Problem(string Rule, ProblemSeverity Severity, string Path, TextRange Range, string Message)
{
    private const int MessageLength = 500;
    private const int QuoteLength = 60;

    /// <summary>Whether no setting may silence it.</summary>
    internal bool IsFatal => Severity == ProblemSeverity.Error && RuleCatalogue.Get(Rule).IsFatal;

    internal static Problem Of(string rule, string path, TextRange range, string message, ProblemSeverity? severity = null) =>
        new(rule, severity ?? RuleCatalogue.Get(rule).Severity, path, range, Shorten(Printable(message), MessageLength));

    /// <summary>A user's text inside a message: in quotes, short, printable.</summary>
    internal static string Quote(string text) => "'" + Shorten(Printable(text), QuoteLength) + "'";

    private static string Printable(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isShown = text[i] is not (< ' ' or (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029') && !YamlTextCheck.IsBidirectionalControl(text[i]);
            result.Append(isShown ? text[i].ToString() : "<" + YamlTextCheck.CodePoint(text, i) + ">");
        }

        return result.ToString();
    }

    private static string Shorten(string text, int length) => text.Length <= length ? text : text.Substring(0, char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1) + "…";
}
