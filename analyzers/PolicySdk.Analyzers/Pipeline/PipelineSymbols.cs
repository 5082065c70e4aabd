using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers.Pipeline;

/// <summary>The methods that build pipelines, resolved once for a compilation.</summary>
internal sealed class PipelineSymbols
{
    private const string Namespace = "Microsoft.AspNetCore.Builder.";

    private static readonly (string Method, string Type, PipelineCall Call)[] Framework =
    [
        ("UseForwardedHeaders", "ForwardedHeadersExtensions", PipelineCall.UseForwardedHeaders),
        ("UseRouting", "EndpointRoutingApplicationBuilderExtensions", PipelineCall.UseRouting),
        ("ShortCircuit", "RouteShortCircuitEndpointConventionBuilderExtensions", PipelineCall.ShortCircuit),
        ("UseAuthentication", "AuthAppBuilderExtensions", PipelineCall.Later),
        ("UseAuthorization", "AuthorizationAppBuilderExtensions", PipelineCall.Later),
        ("UseRateLimiter", "RateLimiterApplicationBuilderExtensions", PipelineCall.Later),
        ("UseOutputCache", "OutputCacheApplicationBuilderExtensions", PipelineCall.Later),
        ("UseResponseCaching", "ResponseCachingExtensions", PipelineCall.Later),
        ("UseEndpoints", "EndpointRoutingApplicationBuilderExtensions", PipelineCall.Later),
        ("Map", "MapExtensions", PipelineCall.Branch),
        ("MapWhen", "MapWhenExtensions", PipelineCall.Branch),
        ("UseWhen", "UseWhenExtensions", PipelineCall.Detour),
        ("Run", "RunExtensions", PipelineCall.Terminal),
        ("UseStaticFiles", "StaticFileExtensions", PipelineCall.Terminal),
        ("UseFileServer", "FileServerExtensions", PipelineCall.Terminal),
        ("UseDirectoryBrowser", "DirectoryBrowserExtensions", PipelineCall.Terminal),
        ("UseHealthChecks", "HealthCheckApplicationBuilderExtensions", PipelineCall.Terminal),
        ("UseWelcomePage", "WelcomePageExtensions", PipelineCall.Terminal),
        ("UseRouter", "RoutingBuilderExtensions", PipelineCall.Terminal),
        ("UseMvc", "MvcApplicationBuilderExtensions", PipelineCall.Terminal),
        ("UseMvcWithDefaultRoute", "MvcApplicationBuilderExtensions", PipelineCall.Terminal),
    ];

    private static readonly (string Method, PipelineCall Call)[] Runtime =
    [
        ("AddIpPolicies", PipelineCall.AddIpPolicies),
        ("UseIpPolicies", PipelineCall.UseIpPolicies),
        ("UseIpPolicy", PipelineCall.UseIpPolicy),
        ("UseClientAddress", PipelineCall.UseClientAddress),
        ("RequireIpPolicy", PipelineCall.RequireIpPolicy),
    ];

    private readonly Dictionary<string, (INamedTypeSymbol? Type, PipelineCall Call)> _calls = new(StringComparer.Ordinal);

    private PipelineSymbols(PolicySymbols policies, INamedTypeSymbol applicationBuilder)
    {
        Policies = policies;
        ApplicationBuilder = applicationBuilder;
        foreach (var (method, call) in Runtime)
        {
            _calls[method] = (null, call);
        }

        foreach (var (method, name, call) in Framework)
        {
            if (policies.Compilation.GetTypeByMetadataName(Namespace + name) is { } type)
            {
                _calls[method] = (type, call);
            }
        }
    }

    internal PolicySymbols Policies { get; }

    internal INamedTypeSymbol ApplicationBuilder { get; }

    /// <summary>The methods, or null in a project without pipelines or without the runtime.</summary>
    internal static PipelineSymbols? Resolve(Compilation compilation) =>
        PolicySymbols.Resolve(compilation) is { ApplicationBuilder: { } application } policies ? new(policies, application) : null;

    internal PipelineCall KindOf(IMethodSymbol method) =>
        _calls.TryGetValue(method.Name, out var row)
        && (row.Type is null ? Policies.IsRuntime(method) : SymbolEqualityComparer.Default.Equals(row.Type, method.ContainingType))
            ? row.Call
            : PipelineCall.None;

    /// <summary>Whether a value of a type is a pipeline that middleware can be added to.</summary>
    internal bool IsPipeline(ITypeSymbol? type) => type?.Implements(ApplicationBuilder) == true;

    /// <summary>The pipeline that a call adds to; null where it adds to none.</summary>
    internal IOperation? PipelineOf(IOperation call)
    {
        foreach (var (_, value) in call.ArgumentsWithReceiver())
        {
            if (IsPipeline(value.Strip().Type))
            {
                return value;
            }
        }

        return null;
    }
}
