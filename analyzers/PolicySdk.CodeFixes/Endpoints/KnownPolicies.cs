using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicySdk.Analyzers;

namespace PolicySdk.CodeFixes.Endpoints;

/// <summary>The policies that code can name.</summary>
internal static class KnownPolicies
{
    /// <summary>Those of this project and of what it refers to, by name; the project's own hide others of the same name.</summary>
    internal static IReadOnlyList<INamedTypeSymbol> Of(PolicySymbols symbols) =>
    [
        .. PolicyNames.Registries(symbols.Compilation).Concat(Referenced(symbols.Compilation))
            .SelectMany(static registry => registry.GetTypeMembers())
            .Where(type => IsPolicy(type, symbols))
            .GroupBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static types => types.First())
            .OrderBy(static type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>A policy as it is written at a place: as short as it can be.</summary>
    internal static string NameAt(SemanticModel model, int position, INamedTypeSymbol policy)
    {
        string[] names = [PolicyNames.Of(policy), policy.ToMinimalDisplayString(model, position)];
        return names.FirstOrDefault(name => SymbolEqualityComparer.Default.Equals(Bind(model, position, name), policy)) ?? policy.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
    }

    private static ISymbol? Bind(SemanticModel model, int position, string name) =>
        model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseTypeName(name), SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol;

    private static bool IsPolicy(INamedTypeSymbol type, PolicySymbols symbols) =>
        !type.IsAbstract
        && type.IsOrDerivesFrom(symbols.Policy)
        && symbols.Compilation.IsSymbolAccessibleWithin(type, symbols.Compilation.Assembly);

    private static IEnumerable<INamedTypeSymbol> Referenced(Compilation compilation) => compilation.SourceModule.ReferencedAssemblySymbols
        .Where(static assembly => assembly.TypeNames.Contains(PolicyNames.Registry))
        .OrderBy(static assembly => assembly.Name, StringComparer.Ordinal)
        .SelectMany(static assembly => In(assembly.GlobalNamespace));

    private static IEnumerable<INamedTypeSymbol> In(INamespaceSymbol space) =>
        space.GetTypeMembers(PolicyNames.Registry).Concat(space.GetNamespaceMembers().SelectMany(In));
}
