using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace PolicySdk.Generator.Emission;

/// <summary>The only ways in which text from a policy file gets into C#.</summary>
internal static class CSharpText
{
    internal static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    internal static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Text for a comment: what could end the line is replaced (C# ends a line at U+0085, U+2028 and U+2029 too).</summary>
    internal static string Comment(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            result.Append(char.IsControl(c) || c is '\u2028' or '\u2029' || char.IsSurrogate(c) ? '?' : c);
        }

        return result.ToString();
    }

    /// <summary>Text for an XML documentation comment.</summary>
    internal static string Documentation(string text) =>
        Comment(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
