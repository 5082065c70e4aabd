using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PolicySdk.CodeFixes.Text;

/// <summary>Adds a <c>using</c>, in the order of those that are there.</summary>
internal static class Usings
{
    internal static TextChange Add(FixedFile file, string name)
    {
        var line = $"using {name};";
        var end = Layout.NewLine(file.Text);
        var unit = (CompilationUnitSyntax)file.Root;
        var plain = unit.Usings.Where(static one => one is { Alias: null, StaticKeyword.RawKind: 0, GlobalKeyword.RawKind: 0 }).ToList();
        if (plain.FirstOrDefault(one => Compare(name, one.Name?.ToString() ?? "") < 0) is { } next)
        {
            return Layout.Insert(next.SpanStart, line + end);
        }

        if ((plain.LastOrDefault() ?? unit.Usings.LastOrDefault()) is { } last)
        {
            return Layout.LineAfter(file.Text, last, line);
        }

        // Behind what the file starts with about itself, but not between a type and its documentation.
        var first = unit.GetFirstToken(includeZeroWidth: true);
        var isDocumented = first.LeadingTrivia.Any(static trivia => trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia));
        return Layout.Insert(isDocumented ? 0 : first.SpanStart, line + end + end);
    }

    private static int Compare(string left, string right) =>
        (IsSystem(left), IsSystem(right)) switch
        {
            (true, false) => -1,
            (false, true) => 1,
            _ => string.CompareOrdinal(left, right),
        };

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
