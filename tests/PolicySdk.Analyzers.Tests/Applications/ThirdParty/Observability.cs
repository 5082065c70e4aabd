// Stand-ins for packages that map an endpoint of their own: Prometheus, Scalar, Hot Chocolate, health check UI.
namespace Microsoft.AspNetCore.Builder
{
    public sealed class GraphQLEndpointConventionBuilder : IEndpointConventionBuilder
    {
        internal GraphQLEndpointConventionBuilder()
        {
        }

        public void Add(Action<EndpointBuilder> convention)
        {
        }
    }

    public static class ObservabilityEndpointRouteBuilderExtensions
    {
        public static IEndpointConventionBuilder MapPrometheusScrapingEndpoint(this IEndpointRouteBuilder endpoints, string path = "/metrics") =>
            endpoints.MapGet(path, () => Results.Empty);

        public static IEndpointConventionBuilder MapScalarApiReference(this IEndpointRouteBuilder endpoints, string endpointPrefix = "/scalar") =>
            endpoints.MapGet(endpointPrefix, () => Results.Empty);

        public static IEndpointConventionBuilder MapHealthChecksUI(this IEndpointRouteBuilder endpoints) =>
            endpoints.MapGet("/healthchecks-ui", () => Results.Empty);

        public static GraphQLEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path = "/graphql") => new();

        public static IApplicationBuilder UseHttpMetrics(this IApplicationBuilder app) => app;
    }
}
