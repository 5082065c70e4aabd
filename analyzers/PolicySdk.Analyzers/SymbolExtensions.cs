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

    /// <summary>A method and all that it overrides.</summary>
    internal static IEnumerable<IMethodSymbol> OverriddenAndSelf(this IMethodSymbol method)
    {
        for (var one = method; one is not null; one = one.OverriddenMethod)
        {
            yield return one;
        }
    }

    /// <summary>Whether a call of a method may run one that overrides it.</summary>
    internal static bool MayBeOverridden(this IMethodSymbol method) =>
        (method.IsAbstract || method.IsVirtual || (method.IsOverride && !method.IsSealed)) && !method.ContainingType.IsSealed;

    /// <summary>Whether a type is another, or has it among its base types; type arguments don't count.</summary>
    internal static bool IsOrDerivesFrom(this ITypeSymbol type, INamedTypeSymbol? ancestor)
    {
        for (var one = type as INamedTypeSymbol ?? type.BaseType; one is not null && ancestor is not null; one = one.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, ancestor.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type or method itself has an attribute.</summary>
    internal static bool HasOwnAttribute(this ISymbol symbol, INamedTypeSymbol? attribute)
    {
        foreach (var data in symbol.GetAttributes())
        {
            if (attribute is not null && SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type implements a contract, or is it; false for a contract that the project does not have.</summary>
    internal static bool Implements(this ITypeSymbol type, INamedTypeSymbol? contract) => type switch
    {
        _ when contract is null => false,
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
