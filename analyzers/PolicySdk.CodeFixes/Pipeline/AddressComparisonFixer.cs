using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PolicySdk.Analyzers;
using PolicySdk.CodeFixes.Text;

namespace PolicySdk.CodeFixes.Pipeline;

/// <summary>PSDK7005: compares addresses by <c>Equals</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddressComparisonFixer)), Shared]
public sealed class AddressComparisonFixer : TextFixer
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.AddressComparison];

    private protected override IEnumerable<Proposal> Propose(FixedFile file, Diagnostic diagnostic)
    {
        var node = file.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (node.Span == diagnostic.Location.SourceSpan && Comparison(node) is { } comparison && !HasComments(comparison) && Equality(file, comparison, node) is { } equality)
        {
            yield return new("Compare by Equals", "equals", [[new TextChange(comparison.Span, comparison.IsKind(SyntaxKind.NotEqualsExpression) ? "!" + equality : equality)]]);
        }
    }

    private static BinaryExpressionSyntax? Comparison(SyntaxNode node) =>
        (node as BinaryExpressionSyntax ?? node.Parent as BinaryExpressionSyntax) is { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison ? comparison : null;

    private static bool HasComments(SyntaxNode node) => node.DescendantTrivia().Any(trivia => node.Span.Contains(trivia.Span) && !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));

    private static string? Equality(FixedFile file, BinaryExpressionSyntax comparison, SyntaxNode node) =>
        node == comparison ? OfAddresses(file.Model, comparison.Left, comparison.Right)
        : AddressTexts.Parsed(file.Model, node == comparison.Left ? comparison.Right : comparison.Left) is { } parsed && AddressTexts.Owner(file.Text, node) is { } address
            // ToString() was called on it, or it threw; with ?. in front it may be null.
            ? Of(address, node is not ConditionalAccessExpressionSyntax, parsed)
            : null;

    private static string OfAddresses(SemanticModel model, ExpressionSyntax left, ExpressionSyntax right)
    {
        var isNotNull = model.GetTypeInfo(left).Nullability.FlowState == NullableFlowState.NotNull;
        return Of(isNotNull && !IsPrimary(left) ? $"({left})" : left.ToString(), isNotNull, right.ToString());
    }

    private static string Of(string left, bool isNotNull, string right) => isNotNull ? $"{left}.Equals({right})" : $"object.Equals({left}, {right})";

    private static bool IsPrimary(ExpressionSyntax expression) => expression
        is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax;
}
