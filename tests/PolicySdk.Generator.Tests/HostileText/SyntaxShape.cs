using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PolicySdk.Generator.Tests.HostileText;

/// <summary>The structure of code without its texts: the kinds of all nodes and tokens, documentation and directives included.</summary>
internal static class SyntaxShape
{
    internal static IReadOnlyList<SyntaxKind> Of(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        var nodes = root.DescendantNodes(descendIntoTrivia: true).Select(static node => node.Kind());
        var tokens = root.DescendantTokens().Select(static token => token.Kind());
        var trivia = root.DescendantTrivia().Select(static piece => piece.Kind()).Where(static kind => kind != SyntaxKind.WhitespaceTrivia);
        return [.. nodes, .. tokens, .. trivia];
    }
}
