// Stand-in for the package Duende.BFF: one call maps several endpoints and returns nothing.
namespace Microsoft.Extensions.DependencyInjection
{
    public static class BffServiceCollectionExtensions
    {
        public static IServiceCollection AddBff(this IServiceCollection services) => services;
    }
}

namespace Microsoft.AspNetCore.Builder
{
    public static class BffEndpointRouteBuilderExtensions
    {
        public static void MapBffManagementEndpoints(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/bff/login", () => Results.Empty);

        public static IEndpointConventionBuilder MapRemoteBffApiEndpoint(this IEndpointRouteBuilder endpoints, string localPath, string apiAddress) =>
            endpoints.MapGet(localPath + "/{**rest}", () => Results.Empty);

        public static IApplicationBuilder UseBff(this IApplicationBuilder app) => app;
    }
}
