using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Endpoints;

/// <summary>Tells calls that map endpoints from others.</summary>
internal static class Mappings
{
    private static readonly string[] OpaquePrefixes = ["Map", "Use", "Add"];

    private static readonly HashSet<string> HandlerMethods = ["MapHub", "MapGrpcService", "MapConnectionHandler"];

    /// <summary>Whether a method maps the class that is its type argument, with the attributes of that class.</summary>
    internal static bool MapsClass(IMethodSymbol method) => HandlerMethods.Contains(method.Name);

    internal static MappingKind KindOf(IInvocationOperation call, PolicySymbols symbols, BuilderTypes types)
    {
        var method = call.TargetMethod;
        if (symbols.IsSource(method) || symbols.IsRuntime(method) || method.MethodKind == MethodKind.DelegateInvoke)
        {
            return MappingKind.None;
        }

        if (method.Name == "Add" && call.Instance is IPropertyReferenceOperation { Property.Name: "DataSources" } sources && types.IsRoutes(sources.Instance?.Type))
        {
            return MappingKind.DataSource;
        }

        if (!call.ArgumentsWithReceiver().Any(argument => types.IsRoutes(argument.Parameter.OriginalDefinition.Type) && !IsFluent(argument.Parameter, types)))
        {
            return MappingKind.None;
        }

        return types.Of(method.ReturnType) switch
        {
            BuilderKinds.Conventions => method.ReturnType.Name switch
            {
                "ControllerActionEndpointConventionBuilder" => MappingKind.Controllers,
                "PageActionEndpointConventionBuilder" => MappingKind.Pages,
                "RazorComponentsEndpointConventionBuilder" => MappingKind.Components,
                _ => method.Name switch
                {
                    "MapFallbackToController" or "MapFallbackToAreaController" => MappingKind.ToController,
                    "MapFallbackToPage" or "MapFallbackToAreaPage" => MappingKind.ToPage,
                    _ => MappingKind.Endpoint,
                },
            },
            BuilderKinds.Group => MappingKind.None,
            _ => OpaquePrefixes.Any(prefix => method.Name.StartsWith(prefix, StringComparison.Ordinal)) ? MappingKind.Opaque : MappingKind.None,
        };
    }

    // RouteGroupBuilder WithTags(this RouteGroupBuilder): told to a group, maps nothing.
    private static bool IsFluent(IParameterSymbol parameter, BuilderTypes types) => types.IsConventions(parameter.OriginalDefinition.Type);
}
