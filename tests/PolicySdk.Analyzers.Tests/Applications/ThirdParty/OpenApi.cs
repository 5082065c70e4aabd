// Stand-in for the package Microsoft.AspNetCore.OpenApi.
namespace Microsoft.Extensions.DependencyInjection
{
    public static class OpenApiServiceCollectionExtensions
    {
        public static IServiceCollection AddOpenApi(this IServiceCollection services) => services;

        public static IServiceCollection AddOpenApi(this IServiceCollection services, string documentName) => services;
    }
}

namespace Microsoft.AspNetCore.Builder
{
    public static class OpenApiEndpointRouteBuilderExtensions
    {
        public static IEndpointConventionBuilder MapOpenApi(this IEndpointRouteBuilder endpoints, string pattern = "/openapi/{documentName}.json") =>
            endpoints.MapGet(pattern, () => Results.Empty);
    }
}
