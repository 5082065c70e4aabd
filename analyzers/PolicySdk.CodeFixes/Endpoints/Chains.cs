using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PolicySdk.CodeFixes.Text;

namespace PolicySdk.CodeFixes.Endpoints;

/// <summary>Adds links to chains of calls, and takes them out, in the style of the chain.</summary>
internal static class Chains
{
    /// <summary>The call that goes by a name, as in <c>app.MapGet(...)</c>.</summary>
    internal static InvocationExpressionSyntax? CallOf(SyntaxToken name)
    {
        var called = name.Parent is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } simple && access.Name == simple ? access : name.Parent;
        return called?.Parent is InvocationExpressionSyntax call && call.Expression == called ? call : null;
    }

    /// <summary>The next call on what a call gives.</summary>
    internal static InvocationExpressionSyntax? Next(ExpressionSyntax call) =>
        call.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access && access.Expression == call && next.Expression == access ? next : null;

    /// <summary>Adds a link, <c>.RequireIpPolicy()</c>, behind a call: on a line of its own where its neighbours have one.</summary>
    internal static TextChange Append(SourceText text, InvocationExpressionSyntax call, string link)
    {
        var last = call.GetLastToken();
        if (call.Parent is MemberAccessExpressionSyntax { OperatorToken: var next } access && access.Expression == call)
        {
            // In front of the comments of the next link.
            return Layout.IsFirstOnLine(text, next.SpanStart) && Layout.IsFirstOnLine(text, last.FullSpan.End)
                ? Layout.Insert(last.FullSpan.End, Layout.Indentation(text, next.SpanStart) + link + Layout.NewLine(text))
                : Layout.Insert(last.Span.End, link);
        }

        return call.Expression is MemberAccessExpressionSyntax { OperatorToken: var own } && Layout.IsFirstOnLine(text, own.SpanStart)
            ? Layout.Insert(last.Span.End, Layout.NewLine(text) + Layout.Indentation(text, own.SpanStart) + link)
            : Layout.Insert(last.Span.End, link);
    }

    /// <summary>Takes a link out of its chain, or the statement away that consists of nothing else. Comments stay.</summary>
    internal static TextChange? Remove(SourceText text, InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax access)
        {
            return null;
        }

        if (call.Parent is ExpressionStatementSyntax statement && access.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax)
        {
            return IsAlone(text, statement.Span) && statement.Parent is BlockSyntax or GlobalStatementSyntax ? Layout.Delete(Layout.Lines(text, statement.Span)) : null;
        }

        var link = TextSpan.FromBounds(access.OperatorToken.SpanStart, call.Span.End);
        var withSpace = TextSpan.FromBounds(access.Expression.Span.End, call.Span.End);
        return Layout.IsBlank(text, TextSpan.FromBounds(withSpace.Start, link.Start)) ? Layout.Delete(withSpace)
            : IsAlone(text, link) ? Layout.Delete(Layout.Lines(text, link))
            : Layout.Delete(link);
    }

    private static bool IsAlone(SourceText text, TextSpan span) => Layout.IsFirstOnLine(text, span.Start) && Layout.IsLastOnLine(text, span.End);
}
