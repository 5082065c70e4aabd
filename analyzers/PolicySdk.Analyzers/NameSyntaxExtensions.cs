using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicySdk.Analyzers;

/// <summary>Questions to names in code.</summary>
internal static class NameSyntaxExtensions
{
    /// <summary>The last part of a name: <c>Admin</c> of <c>Contoso.Admin&lt;T&gt;</c>.</summary>
    internal static SyntaxToken LastIdentifier(this NameSyntax name) => name switch
    {
        SimpleNameSyntax simple => simple.Identifier,
        QualifiedNameSyntax qualified => qualified.Right.Identifier,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier,
        _ => default,
    };
}
