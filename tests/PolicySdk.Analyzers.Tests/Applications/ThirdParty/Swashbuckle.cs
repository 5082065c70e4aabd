// Stand-in for the package Swashbuckle.AspNetCore: a middleware, or an endpoint.
namespace Microsoft.Extensions.DependencyInjection
{
    public static class SwaggerGenServiceCollectionExtensions
    {
        public static IServiceCollection AddSwaggerGen(this IServiceCollection services) => services;
    }
}

namespace Microsoft.AspNetCore.Builder
{
    public sealed class SwaggerUIOptions
    {
        public string RoutePrefix { get; set; } = "swagger";

        public void SwaggerEndpoint(string url, string name)
        {
        }
    }

    public static class SwaggerBuilderExtensions
    {
        public static IApplicationBuilder UseSwagger(this IApplicationBuilder app) => app;

        public static IApplicationBuilder UseSwaggerUI(this IApplicationBuilder app, Action<SwaggerUIOptions>? setupAction = null) => app;

        public static IEndpointConventionBuilder MapSwagger(this IEndpointRouteBuilder endpoints, string pattern = "/swagger/{documentName}/swagger.json") =>
            endpoints.MapGet(pattern, () => Results.Empty);
    }
}
