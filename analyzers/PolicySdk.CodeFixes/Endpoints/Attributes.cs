using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PolicySdk.CodeFixes.Text;

namespace PolicySdk.CodeFixes.Endpoints;

/// <summary>Adds attributes to declarations, and takes them away.</summary>
internal static class Attributes
{
    /// <summary>Adds an attribute behind those that are there.</summary>
    internal static TextChange Add(SourceText text, MemberDeclarationSyntax declaration, string attribute)
    {
        var next = declaration.AttributeLists.LastOrDefault() is { } last ? last.GetLastToken().GetNextToken() : declaration.GetFirstToken();
        var separator = Layout.IsFirstOnLine(text, next.SpanStart) ? Layout.NewLine(text) + Layout.Indentation(text, next.SpanStart) : " ";
        return Layout.Insert(next.SpanStart, attribute + separator);
    }

    internal static TextChange Remove(SourceText text, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count == 1)
        {
            return Layout.Delete(Layout.IsFirstOnLine(text, list.SpanStart) && Layout.IsLastOnLine(text, list.Span.End)
                ? Layout.Lines(text, list.Span)
                : TextSpan.FromBounds(list.SpanStart, Layout.SkipSpaces(text, list.Span.End)));
        }

        var index = list.Attributes.IndexOf(attribute);
        return Layout.Delete(index > 0
            ? TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End)
            : TextSpan.FromBounds(attribute.SpanStart, list.Attributes[1].SpanStart));
    }
}
