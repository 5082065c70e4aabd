using System.Text;
using PolicySdk.Yaml;

namespace PolicySdk.Validation;

/// <summary>Something wrong in a file: which rule, where, and what to write instead.</summary>
/// <param name="Rule">One of <see cref="RuleIds"/>.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="IsFatal">Whether no setting may silence it.</param>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Range">The place in the file.</param>
/// <param name="Message">What is wrong, and what to write instead.</param>
internal sealed record Problem(string Rule, ProblemSeverity Severity, bool IsFatal, string Path, TextRange Range, string Message)
{
    private const int MessageLength = 500;
    private const int QuoteLength = 60;

    /// <summary>A problem of the rule's own weight; with a severity it is a case of a rule that can be adjusted.</summary>
    internal static Problem Of(string rule, string path, TextRange range, string message, ProblemSeverity? severity = null)
    {
        var row = RuleCatalogue.Get(rule);
        return new(rule, severity ?? row.Severity, severity is null && row.IsFatal, path, range, Shorten(Printable(message), MessageLength));
    }

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
