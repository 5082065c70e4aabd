using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>What can be done with a value of a type.</summary>
[Flags]
internal enum BuilderKinds
{
    None = 0,

    /// <summary>Endpoints can be mapped on it.</summary>
    Routes = 1,

    /// <summary>Policies can be put on it.</summary>
    Conventions = 2,

    /// <summary>It is the application itself: no group is around it.</summary>
    Application = 4,

    /// <summary>A group: endpoints can be mapped on it, and policies put on all of them.</summary>
    Group = Routes | Conventions,
}

/// <summary>Tells builders of endpoints from other types.</summary>
internal sealed class BuilderTypes(PolicySymbols symbols)
{
    // Asked of every call: a look-up first, because GetOrAdd makes a delegate each time.
    private readonly ConcurrentDictionary<ITypeSymbol, BuilderKinds> _kinds = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _carriers = new(SymbolEqualityComparer.Default);

    internal BuilderKinds Of(ITypeSymbol? type) => type is null || type.SpecialType != SpecialType.None ? BuilderKinds.None
        : _kinds.TryGetValue(type, out var known) ? known
        : _kinds.GetOrAdd(type, Classify);

    internal bool IsRoutes(ITypeSymbol? type) => (Of(type) & BuilderKinds.Routes) != 0;

    internal bool IsConventions(ITypeSymbol? type) => (Of(type) & BuilderKinds.Conventions) != 0;

    internal bool IsApplication(ITypeSymbol? type) => (Of(type) & BuilderKinds.Application) != 0;

    internal bool IsBuilder(ITypeSymbol? type) => (Of(type) & BuilderKinds.Group) != 0;

    /// <summary>Whether what is called gets a builder: <c>Action&lt;IEndpointRouteBuilder&gt;</c>.</summary>
    internal bool IsCallback(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke } && invoke.Parameters.Any(parameter => IsBuilder(parameter.Type));

    /// <summary>Whether values of a type may hand builders on: a list, a task.</summary>
    internal bool Holds(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => IsBuilder(array.ElementType) || Holds(array.ElementType),
        INamedTypeSymbol { TypeArguments: var items } => IsBuilder(type) || items.Any(Holds),
        _ => IsBuilder(type),
    };

    /// <summary>Whether a builder goes into the method or comes out of it.</summary>
    internal bool Carries(IMethodSymbol method) => _carriers.TryGetValue(method.OriginalDefinition, out var known) ? known : _carriers.GetOrAdd(method.OriginalDefinition, ComputeCarries);

    private bool ComputeCarries(IMethodSymbol method) =>
        IsBuilder(method.ReturnType)
        || method.Parameters.Any(parameter => IsBuilder(parameter.Type) || IsCallback(parameter.Type))
        || (!method.IsStatic && IsBuilder(method.ContainingType))
        || (method.ContainingType is { IsExtension: true, ExtensionParameter: { } receiver } && IsBuilder(receiver.Type));

    private BuilderKinds Classify(ITypeSymbol type)
    {
        var kinds = BuilderKinds.None;
        if (type.Implements(symbols.RouteBuilder))
        {
            kinds |= BuilderKinds.Routes;
        }

        if (type.Implements(symbols.ConventionBuilder))
        {
            kinds |= BuilderKinds.Conventions;
        }

        if (type.Implements(symbols.ApplicationBuilder) && !symbols.IsSource(type))
        {
            kinds |= BuilderKinds.Application;
        }

        return kinds;
    }
}
