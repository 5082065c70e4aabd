// The shared library of a company, which may apply policies itself: nobody sees from outside whether it does.
// references: PolicySdk
using PolicySdk;

namespace Contoso.Web
{
    public static class ContosoWebExtensions
    {
        public static WebApplicationBuilder AddContosoWeb(this WebApplicationBuilder builder)
        {
            builder.Services.AddIpPolicies();
            return builder;
        }

        public static IServiceCollection AddContosoServices(this IServiceCollection services) => services.AddIpPolicies();

        public static IApplicationBuilder UseContosoWeb(this IApplicationBuilder app) => app.UseIpPolicies();

        public static TBuilder StandardEndpoint<TBuilder>(this TBuilder builder)
            where TBuilder : IEndpointConventionBuilder => builder.AllowAnyAddress("a company standard");

        public static RouteGroupBuilder MapStandardGroup(this IEndpointRouteBuilder app, string prefix) =>
            app.MapGroup(prefix).AllowAnyAddress("a company standard");

        public static IEndpointRouteBuilder MapStandardEndpoints(this IEndpointRouteBuilder app)
        {
            app.MapGet("/version", () => "1.0").AllowAnyAddress("a company standard");
            return app;
        }
    }
}
