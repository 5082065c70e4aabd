using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PolicySdk.Analyzers;
using PolicySdk.CodeFixes.Text;

namespace PolicySdk.CodeFixes.Endpoints;

/// <summary>The places at which a mapped endpoint, or a group, can be told something, best first.</summary>
internal sealed class EndpointPlaces(FixedFile file, InvocationExpressionSyntax mapping, PolicySymbols symbols)
{
    private const string Extensions = "Microsoft.AspNetCore.Builder.IpPolicyEndpointConventionBuilderExtensions";

    internal ImmutableArray<ImmutableArray<TextChange>> Require(string policy) => WithUsing(Append($"RequireIpPolicy<{policy}>()", KeepsType()));

    // Gives back what it was called on, whatever that is.
    internal ImmutableArray<ImmutableArray<TextChange>> Open(string reason) => WithUsing(Append($"AllowAnyAddress({reason})", keepsType: true));

    private IEnumerable<TextChange> Append(string call, bool keepsType)
    {
        if (keepsType)
        {
            yield return Chains.Append(file.Text, mapping, "." + call);
            yield break;
        }

        var last = Last();
        yield return Chains.Append(file.Text, last, "." + call);
        // The variable keeps the type that calls on it may need.
        if (last.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement } } declarator })
        {
            yield return Layout.LineAfter(file.Text, statement, $"{declarator.Identifier}.{call};");
        }
    }

    // Extension methods of the runtime are in a namespace that is imported where endpoints are mapped, save where it isn't.
    private ImmutableArray<ImmutableArray<TextChange>> WithUsing(IEnumerable<TextChange> changes)
    {
        var places = changes.ToList();
        return [.. places.Select(static change => ImmutableArray.Create(change)), .. places.Select(change => ImmutableArray.Create(Usings.Add(file, "Microsoft.AspNetCore.Builder"), change))];
    }

    private bool KeepsType() => file.Model.GetTypeInfo(mapping).Type is { } type
        && symbols.Compilation.GetTypeByMetadataName(Extensions)?.GetMembers("RequireIpPolicy").OfType<IMethodSymbol>()
            .Any(method => SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, type)) == true;

    private InvocationExpressionSyntax Last()
    {
        var last = mapping;
        while (Chains.Next(last) is { } next && file.Model.GetTypeInfo(next).Type?.Implements(symbols.ConventionBuilder) == true)
        {
            last = next;
        }

        return last;
    }
}
