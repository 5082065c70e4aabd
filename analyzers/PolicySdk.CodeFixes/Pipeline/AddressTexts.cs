using System.Net;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PolicySdk.CodeFixes.Pipeline;

/// <summary>Text that stands for an address, as an address.</summary>
internal static class AddressTexts
{
    /// <summary>A constant as a parsed address; null where it is no constant, or not what the address itself gives as its text.</summary>
    internal static string? Parsed(SemanticModel model, ExpressionSyntax text) =>
        model.GetConstantValue(text).Value is string constant && IsCanonical(constant) && model.Compilation.GetTypeByMetadataName("System.Net.IPAddress") is { } type
            ? $"{type.ToMinimalDisplayString(model, text.SpanStart)}.Parse({text})"
            : null;

    /// <summary>What <c>ToString()</c> is called on: <c>a?.B</c> of <c>a?.B?.ToString()</c>.</summary>
    internal static string? Owner(SourceText text, SyntaxNode toString)
    {
        var call = toString.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().LastOrDefault(call => call.Span.End == toString.Span.End);
        return call?.Expression switch
        {
            MemberAccessExpressionSyntax { OperatorToken: var dot } => Before(dot),
            MemberBindingExpressionSyntax { OperatorToken: var dot } when dot.GetPreviousToken() is var question && question.IsKind(SyntaxKind.QuestionToken) => Before(question),
            _ => null,
        };

        string Before(SyntaxToken token) => text.ToString(TextSpan.FromBounds(toString.SpanStart, token.SpanStart)).TrimEnd();
    }

    // Other texts, "010.0.0.1", were never equal to what an address gives; parsed, they might be.
    private static bool IsCanonical(string text) => IPAddress.TryParse(text, out var address) && address.ToString() == text && !text.Contains("%");
}
