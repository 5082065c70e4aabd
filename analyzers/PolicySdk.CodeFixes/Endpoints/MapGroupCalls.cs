using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicySdk.CodeFixes.Endpoints;

/// <summary>Finds the group that an endpoint is mapped in: where the chain began, or where a variable got its one value.</summary>
internal static class MapGroupCalls
{
    internal static InvocationExpressionSyntax? Around(SemanticModel model, InvocationExpressionSyntax mapping)
    {
        for (var receiver = ReceiverOf(mapping); receiver is not null;)
        {
            if (receiver is InvocationExpressionSyntax group && IsMapGroup(model, group))
            {
                return group;
            }

            receiver = receiver switch
            {
                InvocationExpressionSyntax call => ReceiverOf(call),
                ParenthesizedExpressionSyntax parenthesized => parenthesized.Expression,
                IdentifierNameSyntax name when model.GetSymbolInfo(name).Symbol is ILocalSymbol local => OnlyValue(model, local, name),
                _ => null,
            };
        }

        return null;
    }

    /// <summary>The prefix of a group in quotes, or nothing.</summary>
    internal static string NameOf(InvocationExpressionSyntax group) =>
        group.ArgumentList.Arguments.Select(static argument => argument.Expression).OfType<LiteralExpressionSyntax>().FirstOrDefault() is { Token.ValueText: { Length: > 0 } prefix } ? $"'{prefix}'" : "";

    private static ExpressionSyntax? ReceiverOf(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Expression;

    private static bool IsMapGroup(SemanticModel model, InvocationExpressionSyntax call) =>
        model.GetSymbolInfo(call).Symbol is IMethodSymbol { Name: "MapGroup", ReturnType.Name: "RouteGroupBuilder" };

    // Of a variable that is declared in front of its use, or code that doesn't compile would lead in circles.
    private static ExpressionSyntax? OnlyValue(SemanticModel model, ILocalSymbol local, IdentifierNameSyntax use) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
        && declarator.Span.End <= use.SpanStart
        && !IsAssigned(model, local, declarator.SyntaxTree.GetRoot())
            ? value
            : null;

    private static bool IsAssigned(SemanticModel model, ILocalSymbol local, SyntaxNode root) => root.DescendantNodes()
        .OfType<AssignmentExpressionSyntax>()
        .Any(assignment => assignment.Left is IdentifierNameSyntax name && name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, local));
}
