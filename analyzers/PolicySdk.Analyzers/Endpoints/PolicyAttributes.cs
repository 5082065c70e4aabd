using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>Reads the attributes that require a policy or open an endpoint.</summary>
internal static class PolicyAttributes
{
    /// <summary>Those on a type, its base types included, or on a method, those that it overrides included.</summary>
    internal static IEnumerable<AttributeData> Of(PolicySymbols symbols, ISymbol symbol) =>
        WithInherited(symbol).SelectMany(static one => one.GetAttributes()).Where(attribute => symbols.IsPolicyMetadata(attribute.AttributeClass));

    internal static bool Cover(PolicySymbols symbols, ISymbol symbol) => Of(symbols, symbol).Any();

    private static IEnumerable<ISymbol> WithInherited(ISymbol symbol)
    {
        if (symbol is ITypeSymbol type)
        {
            return type.BaseTypesAndSelf();
        }

        return Overrides(symbol);
    }

    private static IEnumerable<ISymbol> Overrides(ISymbol symbol)
    {
        for (ISymbol? one = symbol; one is not null; one = (one as IMethodSymbol)?.OverriddenMethod)
        {
            yield return one;
        }
    }
}
