using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>The classes of a project that handle requests once they are mapped: controllers, page models, pages and components.</summary>
internal sealed class HandlerTypes(PolicySymbols symbols, ControllerTypes types)
{
    /// <summary>Every controller.</summary>
    internal ConcurrentBag<INamedTypeSymbol> Controllers { get; } = [];

    /// <summary>Every Razor page that is handled by a page model, as that model.</summary>
    internal ConcurrentBag<INamedTypeSymbol> PageModels { get; } = [];

    /// <summary>Every Razor page without a page model.</summary>
    internal ConcurrentBag<INamedTypeSymbol> Pages { get; } = [];

    /// <summary>Every Razor component that has a route.</summary>
    internal ConcurrentBag<INamedTypeSymbol> Components { get; } = [];

    internal ControllerTypes Types => types;

    internal void Add(INamedTypeSymbol type)
    {
        if (types.IsController(type))
        {
            Controllers.Add(type);
        }
        else if (types.IsPageModel(type))
        {
            PageModels.Add(type);
        }
        else if (types.IsPageWithoutModel(type))
        {
            Pages.Add(type);
        }
        else if (types.IsRoutedComponent(type))
        {
            Components.Add(type);
        }
    }

    /// <summary>Whether attributes of a class cover it.</summary>
    internal bool IsCovered(INamedTypeSymbol type) =>
        PolicyAttributes.Cover(symbols, type) || (types.IsPageModel(type) && PolicyAttributes.CoverByMember(symbols, type, types.IsPageHandler));

    /// <summary>The actions of a controller that attributes leave uncovered.</summary>
    internal IReadOnlyList<IMethodSymbol> UncoveredActions(INamedTypeSymbol controller) =>
        IsCovered(controller) ? [] : [.. types.Actions(controller).Where(action => !PolicyAttributes.Cover(symbols, action))];
}
