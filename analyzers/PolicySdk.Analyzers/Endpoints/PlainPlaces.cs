using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>Names what a class without a reader is, as far as nobody outside the project can make more of it.</summary>
internal sealed class PlainPlaces(PolicySymbols symbols)
{
    private readonly INamedTypeSymbol? _middleware = symbols.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.IMiddleware");
    private readonly INamedTypeSymbol? _filter = symbols.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.IEndpointFilter");
    private readonly INamedTypeSymbol? _service = symbols.Compilation.GetTypeByMetadataName("Microsoft.Extensions.Hosting.IHostedService");
    private readonly INamedTypeSymbol? _next = symbols.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.RequestDelegate");
    private readonly INamedTypeSymbol? _features = symbols.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.Controllers.ControllerFeatureProvider");
    private readonly bool _isLibrary = symbols.Compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule;
    private volatile bool _choosesControllers;

    /// <summary>Takes note of a class that makes controllers of others.</summary>
    internal void Add(INamedTypeSymbol type) => _choosesControllers |= type.IsOrDerivesFrom(_features);

    /// <summary>Why the attributes of a class do nothing; null where it may be that they do.</summary>
    internal Misplacement? Of(INamedTypeSymbol type) =>
        type.IsStatic ? Misplacement.StaticClass()
        : RoleOf(type) is { } role ? Misplacement.Class(type, role)
        : _choosesControllers || (_isLibrary && IsVisible(type)) ? null
        : Misplacement.Class(type, "is no controller, page, component, hub or service that is mapped");

    /// <summary>Whether others than the project may hand a method over, or make an action of it.</summary>
    internal bool IsSeenElsewhere(IMethodSymbol method) => (_isLibrary && IsVisible(method)) || (_choosesControllers && !method.IsStatic);

    private string? RoleOf(INamedTypeSymbol type) =>
        type.Implements(_middleware) || IsMiddlewareByConvention(type) ? "is middleware, which has no endpoint"
        : type.Implements(_filter) ? "is a filter, whose attributes are not read"
        : type.Implements(_service) ? "is a hosted service, which no request reaches"
        : null;

    private bool IsMiddlewareByConvention(INamedTypeSymbol type) =>
        type.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, _next)))
        && type.GetMembers().OfType<IMethodSymbol>().Any(static method => method is { Name: "Invoke" or "InvokeAsync", Parameters: [{ Type.Name: "HttpContext" }, ..] });

    private static bool IsVisible(ISymbol symbol)
    {
        for (var one = symbol; one is IMethodSymbol or INamedTypeSymbol; one = one.ContainingSymbol)
        {
            if (one.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
            {
                return false;
            }
        }

        return true;
    }
}
