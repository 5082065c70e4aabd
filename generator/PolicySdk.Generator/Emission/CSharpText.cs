using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using PolicySdk.Yaml;

namespace PolicySdk.Generator.Emission;

/// <summary>The only ways in which text from a policy file gets into C#.</summary>
internal static class CSharpText
{
    // The compiler takes bidirectional controls as they are; whoever reads the code would see another order.
    internal static string Literal(string text) =>
        Replace(SymbolDisplay.FormatLiteral(text, quote: true), YamlTextCheck.IsBidirectionalControl, static c => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture));

    internal static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Text for a comment: what could end the line is replaced (C# ends a line at U+0085, U+2028 and U+2029 too), and what XML can't hold.</summary>
    internal static string Comment(string text) => Replace(
        text,
        static c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF' || char.IsSurrogate(c) || YamlTextCheck.IsBidirectionalControl(c),
        static _ => "?");

    /// <summary>Text for an XML documentation comment.</summary>
    internal static string Documentation(string text) =>
        Comment(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    private static string Replace(string text, Func<char, bool> isReplaced, Func<char, string> replace)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            result.Append(isReplaced(c) ? replace(c) : c.ToString());
        }

        return result.ToString();
    }
}
