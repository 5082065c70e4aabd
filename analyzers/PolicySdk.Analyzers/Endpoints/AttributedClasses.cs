using Microsoft.CodeAnalysis;
using PolicySdk.Analyzers.Pipeline;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>Tells the classes whose attributes reach endpoints from those whose attributes nothing reads.</summary>
internal sealed class AttributedClasses(PolicySymbols symbols, ControllerTypes? controllers)
{
    private readonly INamedTypeSymbol? _hub = symbols.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.SignalR.Hub");
    private readonly INamedTypeSymbol? _connection = symbols.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Connections.ConnectionHandler");
    private readonly INamedTypeSymbol? _pageModel = symbols.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.RazorPages.PageModel");
    private readonly INamedTypeSymbol? _view = symbols.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.Razor.IRazorPage");
    private readonly INamedTypeSymbol? _component = symbols.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Components.IComponent");
    private readonly INamedTypeSymbol? _route = symbols.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.Routing.IRouteTemplateProvider");

    internal AttributedClass KindOf(INamedTypeSymbol type) =>
        type.IsOrDerivesFrom(_hub) ? AttributedClass.Hub
        : type.IsOrDerivesFrom(_pageModel) ? AttributedClass.PageModel
        : type.IsOrDerivesFrom(_connection) ? AttributedClass.Connection
        : type.Implements(_component) || type.Implements(_view) || IsGrpcService(type) ? AttributedClass.Handler
        : controllers?.IsNoController(type) == true ? AttributedClass.Unknown
        : controllers is not null && MayBeController(type, controllers) ? AttributedClass.Controller
        : IsOpaque(type) ? AttributedClass.Unknown
        : AttributedClass.Plain;

    /// <summary>Whether attributes that this SDK does not know stand on a member or around it: those who read them may read others.</summary>
    internal bool HasOtherReaders(ISymbol symbol)
    {
        for (var one = symbol; one is IMethodSymbol or INamedTypeSymbol; one = one.ContainingSymbol)
        {
            if (one.GetAttributes().Any(IsReadElsewhere))
            {
                return true;
            }
        }

        return symbol is INamedTypeSymbol type && type.GetMembers().Any(member => member is IMethodSymbol && member.GetAttributes().Any(IsReadElsewhere));
    }

    internal bool IsAction(IMethodSymbol method) => controllers?.MayBeAction(method) != false;

    internal bool IsPageHandler(IMethodSymbol method) => controllers?.IsPageHandler(method) == true;

    private static bool IsGrpcService(INamedTypeSymbol type) =>
        type.BaseTypesAndSelf().Any(static one => one.GetAttributes().Any(static data => data.AttributeClass?.Name == "BindServiceMethodAttribute"));

    private static bool MayBeController(INamedTypeSymbol type, ControllerTypes controllers) =>
        type is { TypeKind: TypeKind.Class, IsStatic: false } && (type.Name.EndsWith("Controller", StringComparison.OrdinalIgnoreCase) || controllers.IsMarked(type));

    // What a package gives to derive from, it may look at.
    private bool IsOpaque(INamedTypeSymbol type) => type.BaseTypesAndSelf().Concat(type.AllInterfaces).Any(one => !IsKnown(one));

    private bool IsKnown(INamedTypeSymbol type) => symbols.IsSource(type) || (type.ContainingAssembly is { } assembly && SharedCode.IsPlatform(assembly.Name));

    // Not those of the platform, but for the routes of MVC, which may make a controller of a class that is none by its name.
    private bool IsReadElsewhere(AttributeData attribute) => attribute.AttributeClass is not { } type || type.TypeKind == TypeKind.Error
        || (!symbols.IsPolicyMetadata(type) && (symbols.IsSource(type) || !IsKnown(type) || type.Implements(_route)));
}
