using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers.Tests.Pipeline;

/// <summary>Libraries that an application hands its services and its pipeline to.</summary>
internal static class SharedLibraries
{
    private static readonly Lazy<MetadataReference> LazyCompany = new(static () => AnalyzedProject.CompileLibrary("Contoso.Web", """
        namespace Contoso;

        public static class Defaults
        {
            public static WebApplicationBuilder AddDefaults(this WebApplicationBuilder builder)
            {
                builder.Services.AddIpPolicies();
                return builder;
            }

            public static IServiceCollection AddTelemetry(this IServiceCollection services) => services;
            public static void UseDefaults(this IApplicationBuilder app) => app.UseIpPolicies();
            public static TApp UseDefaultsOn<TApp>(this TApp app) where TApp : IApplicationBuilder => app;
            public static void MapDefaults(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/version", () => "1").RequireIpPolicy<IpPolicies.Office>();
            public static WebApplicationBuilder CreateBuilder() => WebApplication.CreateBuilder();
            public static void Run(Action<IServiceCollection> services, Action<IApplicationBuilder> pipeline) { }
            public static string Name => "Contoso";
            public static string Describe() => Name;
        }

        public class Filter : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app => next(app.UseIpPolicies());
        }
        """, knowsPolicies: true));

    private static readonly Lazy<MetadataReference> LazyUnaware = new(static () => AnalyzedProject.CompileLibrary("Contoso.Logging", """
        namespace Contoso;

        public static class Logging
        {
            public static WebApplicationBuilder AddContosoLogging(this WebApplicationBuilder builder) => builder;
            public static IApplicationBuilder UseContosoLogging(this IApplicationBuilder app) => app;
        }
        """, knowsPolicies: false));

    private static readonly Lazy<MetadataReference> LazyForwarding = new(static () => AnalyzedProject.CompileLibrary("Contoso.Proxies", """
        namespace Contoso;

        public static class Proxies
        {
            public static IApplicationBuilder UseContosoProxies(this IApplicationBuilder app) => app.UseForwardedHeaders();
        }
        """, knowsPolicies: false));

    /// <summary>Knows policies, and may add and use them.</summary>
    internal static MetadataReference Company => LazyCompany.Value;

    /// <summary>Knows nothing of policies.</summary>
    internal static MetadataReference Unaware => LazyUnaware.Value;

    /// <summary>Knows nothing of policies, and reads forwarded headers.</summary>
    internal static MetadataReference Forwarding => LazyForwarding.Value;
}
