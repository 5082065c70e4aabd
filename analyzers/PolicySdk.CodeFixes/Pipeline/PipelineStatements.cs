using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using PolicySdk.CodeFixes.Text;

namespace PolicySdk.CodeFixes.Pipeline;

/// <summary>Statements that make one call on a pipeline, <c>app.UseCors();</c>, and how they are moved: as lines, with the comments above them.</summary>
internal static class PipelineStatements
{
    /// <summary>The statement that consists of a call on a variable; null for a link of a chain.</summary>
    internal static ExpressionStatementSyntax? Of(InvocationExpressionSyntax? call) =>
        call is { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax }, Parent: ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement } ? statement : null;

    /// <summary>Whether one runs whenever the other does.</summary>
    internal static bool AreBeside(StatementSyntax one, StatementSyntax other) => Block(one) == Block(other);

    /// <summary>Moves the statement of one call to the other side of another's; null where one is no such statement, or may run without the other.</summary>
    internal static Proposal? Move(SourceText text, IInvocationOperation moved, IInvocationOperation target, bool isBefore) =>
        Of(moved.Syntax as InvocationExpressionSyntax) is { } statement && Of(target.Syntax as InvocationExpressionSyntax) is { } other && AreBeside(statement, other)
            ? new($"Move {moved.TargetMethod.Name}() {(isBefore ? "before" : "after")} {target.TargetMethod.Name}()", "move", Move(text, statement, other, isBefore))
            : null;

    /// <summary>The lines that hold a statement, the comments right above it, and nothing else.</summary>
    internal static TextSpan? Lines(SourceText text, StatementSyntax statement)
    {
        var first = text.Lines.GetLineFromPosition(statement.SpanStart);
        var last = text.Lines.GetLineFromPosition(statement.Span.End);
        var next = statement.GetLastToken().GetNextToken(includeZeroWidth: true);
        if (!Layout.IsFirstOnLine(text, statement.SpanStart) || (next.SpanStart <= last.End && !next.IsKind(SyntaxKind.EndOfFileToken)))
        {
            return null;
        }

        while (first.LineNumber > 0 && text.Lines[first.LineNumber - 1] is var above && above.ToString().TrimStart().StartsWith("//", StringComparison.Ordinal))
        {
            first = above;
        }

        return TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);
    }

    private static ImmutableArray<ImmutableArray<TextChange>> Move(SourceText text, StatementSyntax moved, StatementSyntax target, bool isBefore)
    {
        if (Lines(text, moved) is not { } from || Lines(text, target) is not { } to)
        {
            return [];
        }

        var lines = text.ToString(from);
        var insertion = Layout.Insert(isBefore ? to.Start : to.End, lines.EndsWith("\n", StringComparison.Ordinal) ? lines : lines + Layout.NewLine(text));
        return [isBefore ? [insertion, Layout.Delete(from)] : [Layout.Delete(from), insertion]];
    }

    private static SyntaxNode? Block(StatementSyntax statement) => statement.Parent is GlobalStatementSyntax { Parent: var unit } ? unit : statement.Parent;
}
