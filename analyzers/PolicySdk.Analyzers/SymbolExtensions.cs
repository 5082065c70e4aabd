using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers;

/// <summary>Questions to symbols.</summary>
internal static class SymbolExtensions
{
    internal static IEnumerable<INamedTypeSymbol> BaseTypesAndSelf(this ITypeSymbol type)
    {
        for (var one = type as INamedTypeSymbol ?? type.BaseType; one is not null; one = one.BaseType)
        {
            yield return one;
        }
    }

    internal static bool Implements(this ITypeSymbol type, INamedTypeSymbol contract) => type switch
    {
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(constraint => constraint.Implements(contract)),
        _ => SymbolEqualityComparer.Default.Equals(type, contract) || type.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default),
    };

    /// <summary>The one symbol that stands for a declaration: without type arguments, the defining part of a partial one, and for the receiver of an extension block the block.</summary>
    internal static ISymbol Declaration(this ISymbol symbol) => symbol.OriginalDefinition switch
    {
        IMethodSymbol { PartialDefinitionPart: { } definition } => definition,
        IPropertySymbol { PartialDefinitionPart: { } definition } => definition,
        IParameterSymbol { ContainingSymbol: IMethodSymbol { PartialDefinitionPart: { } definition } } parameter => definition.Parameters[parameter.Ordinal],
        IParameterSymbol { ContainingSymbol: INamedTypeSymbol { IsExtension: true } extension } => extension.OriginalDefinition,
        var other => other,
    };
}
