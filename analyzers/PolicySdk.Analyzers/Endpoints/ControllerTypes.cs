using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>Finds controllers and actions as MVC does (<c>ControllerFeatureProvider</c>, <c>DefaultApplicationModelProvider</c>), pages and components.</summary>
internal sealed class ControllerTypes
{
    private readonly INamedTypeSymbol _controllerAttribute;
    private readonly INamedTypeSymbol? _nonController;
    private readonly INamedTypeSymbol? _template;
    private readonly INamedTypeSymbol? _area;
    private readonly INamedTypeSymbol? _nonAction;
    private readonly INamedTypeSymbol? _pageModel;
    private readonly INamedTypeSymbol? _nonHandler;
    private readonly INamedTypeSymbol? _page;
    private readonly INamedTypeSymbol? _component;
    private readonly INamedTypeSymbol? _route;

    private ControllerTypes(Compilation compilation, INamedTypeSymbol controllerAttribute)
    {
        _controllerAttribute = controllerAttribute;
        _nonController = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.NonControllerAttribute");
        _area = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.AreaAttribute");
        _template = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.Routing.IRouteTemplateProvider");
        _nonAction = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.NonActionAttribute");
        _pageModel = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.RazorPages.PageModel");
        _nonHandler = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.RazorPages.NonHandlerAttribute");
        _page = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.RazorPages.PageBase");
        _component = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Components.IComponent");
        _route = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Components.RouteAttribute");
    }

    internal static ControllerTypes? Resolve(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.ControllerAttribute") is { } attribute ? new(compilation, attribute) : null;

    internal bool IsController(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false, IsGenericType: false, DeclaredAccessibility: Accessibility.Public, ContainingType: null }
        && (type.Name.EndsWith("Controller", StringComparison.OrdinalIgnoreCase) || IsMarked(type))
        && !HasAttribute(type, _nonController);

    /// <summary>Whether the type is a controller by more than its name.</summary>
    internal bool IsMarked(INamedTypeSymbol type) => HasAttribute(type, _controllerAttribute);

    /// <summary>Whether attributes give the action a route; what conventional routes are told does not reach it then.</summary>
    internal bool HasOwnRoute(INamedTypeSymbol controller, IMethodSymbol action) =>
        controller.BaseTypesAndSelf().Concat<ISymbol>(action.OverriddenAndSelf()).Any(symbol => symbol.GetAttributes().Any(IsRoute));

    /// <summary>The area of a controller; null where it has none.</summary>
    internal string? AreaOf(INamedTypeSymbol controller) => controller.BaseTypesAndSelf().SelectMany(static type => type.GetAttributes())
        .FirstOrDefault(data => _area is not null && SymbolEqualityComparer.Default.Equals(data.AttributeClass, _area))?.ConstructorArguments is [{ Value: string name }] ? name : null;

    /// <summary>Whether a type is kept from being a controller, whatever it is called.</summary>
    internal bool IsNoController(INamedTypeSymbol type) => HasAttribute(type, _nonController);

    internal bool IsPageModel(INamedTypeSymbol type) => type is { TypeKind: TypeKind.Class, IsAbstract: false } && type.IsOrDerivesFrom(_pageModel);

    /// <summary>Whether a method of a page model handles requests (<c>DefaultPageApplicationModelPartsProvider</c>).</summary>
    internal bool IsPageHandler(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsStatic: false, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public }
        && method.Name.StartsWith("On", StringComparison.Ordinal) && method.Name is not ("On" or "OnAsync")
        && !method.OverriddenAndSelf().Any(one => one.HasOwnAttribute(_nonHandler));

    /// <summary>Whether the type is a page that has no page model.</summary>
    internal bool IsPageWithoutModel(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false } && type.IsOrDerivesFrom(_page)
        && !(type.GetMembers("Model").OfType<IPropertySymbol>().FirstOrDefault()?.Type is INamedTypeSymbol model && model.IsOrDerivesFrom(_pageModel));

    internal bool IsRoutedComponent(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false } && type.Implements(_component)
        && type.HasOwnAttribute(_route);

    internal IEnumerable<IMethodSymbol> Actions(INamedTypeSymbol controller)
    {
        var overridden = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (var method in controller.BaseTypesAndSelf().SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>()))
        {
            if (MayBeAction(method) && !method.IsAbstract && !overridden.Contains(method.OriginalDefinition))
            {
                yield return method;
            }

            overridden.UnionWith(method.OverriddenAndSelf().Skip(1).Select(static one => one.OriginalDefinition));
        }
    }

    /// <summary>Whether a method is an action of the controllers that have it, or what overrides it is.</summary>
    internal bool MayBeAction(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsStatic: false, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public }
        && !method.OverriddenAndSelf().Any(static one => one.ContainingType.SpecialType == SpecialType.System_Object)
        && !(method is { Name: "Dispose", Parameters.IsEmpty: true } && method.ContainingType.AllInterfaces.Any(static one => one.SpecialType == SpecialType.System_IDisposable))
        && !method.IsImplicitlyDeclared
        && !method.OverriddenAndSelf().Any(one => one.HasOwnAttribute(_nonAction));

    // [Route("x")], [HttpGet("x")]; [HttpGet] alone gives none.
    private bool IsRoute(AttributeData attribute) =>
        attribute.AttributeClass?.Implements(_template) == true && attribute.ConstructorArguments.Any(static argument => argument.Value is string);

    private static bool HasAttribute(INamedTypeSymbol type, INamedTypeSymbol? attribute)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            if (one.HasOwnAttribute(attribute))
            {
                return true;
            }
        }

        return false;
    }
}
