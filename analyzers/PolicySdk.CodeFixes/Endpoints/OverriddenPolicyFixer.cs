using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PolicySdk.Analyzers;
using PolicySdk.CodeFixes.Text;

namespace PolicySdk.CodeFixes.Endpoints;

/// <summary>PSDK6003: takes the call or attribute away that never takes effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OverriddenPolicyFixer)), Shared]
public sealed class OverriddenPolicyFixer : TextFixer
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.OverriddenPolicy];

    private protected override IEnumerable<Proposal> Propose(FixedFile file, Diagnostic diagnostic)
    {
        var name = file.Root.FindToken(diagnostic.Location.SourceSpan.Start);
        if (Removal(file.Text, name) is { } removal)
        {
            yield return new($"Remove {name.ValueText}, which never takes effect", "remove", [[removal]]);
        }
    }

    private static TextChange? Removal(SourceText text, SyntaxToken name) =>
        name.Parent?.FirstAncestorOrSelf<AttributeSyntax>(static attribute => true) is { } attribute && attribute.Name.Span.Contains(name.Span)
            ? Attributes.Remove(text, attribute)
            : Chains.CallOf(name) is { } call ? Chains.Remove(text, call) : null;
}
