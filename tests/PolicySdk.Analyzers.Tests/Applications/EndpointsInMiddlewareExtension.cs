// An extension of the application builder that has UseEndpoints inside, with helpers that take the route builder.
using Service;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddControllers();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseRouting();
app.UseIpPolicies();
app.UseServiceEndpoints(app.Configuration);
app.Run();

//// file: EndpointsApplicationBuilderExtensions.cs
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Mvc;

namespace Service;

public static class EndpointsApplicationBuilderExtensions
{
    public static IApplicationBuilder UseServiceEndpoints(this IApplicationBuilder app, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(app);

        return app.UseEndpoints(endpoints =>
        {
            endpoints.MapControllers().RequireIpPolicy<IpPolicies.PartnerApi>();
            MapHealth(endpoints);
            MapOperations(endpoints.MapGroup("/operations").RequireIpPolicy<IpPolicies.Admin>(), configuration);
        });
    }

    private static void MapHealth(IEndpointRouteBuilder endpoints)
    {
        var health = endpoints.MapHealthChecks("/health", new HealthCheckOptions { AllowCachingResponses = false });
        health.AllowAnyAddress("probed by the load balancer");
    }

    private static void MapOperations(RouteGroupBuilder endpoints, IConfiguration configuration)
    {
        if (configuration.GetValue("Operations", defaultValue: true))
        {
            endpoints.MapPost("/drain", () => Results.Accepted());
        }
    }
}

[Route("items")]
public class ItemsController : ControllerBase
{
    [HttpGet]
    public int[] List() => [];
}
