// A base start-up class of a family of services: it builds the pipeline, and derived classes add endpoints to what they are given.
using Family;

var builder = WebApplication.CreateBuilder(args);
var startup = new OrderStartup(builder.Configuration);
startup.ConfigureServices(builder.Services);
var app = builder.Build();
startup.Configure(app, app.Environment);
app.Run();

//// file: StartupBase.cs
namespace Family;

public abstract class StartupBase(IConfiguration configuration)
{
    protected IConfiguration Configuration { get; } = configuration;

    public virtual void ConfigureServices(IServiceCollection services)
    {
        services.AddControllers();
        services.AddIpPolicies();
    }

    public void Configure(IApplicationBuilder app, IWebHostEnvironment environment)
    {
        app.UseRouting();
        ConfigureBeforeEndpoints(app);
        app.UseEndpoints(ConfigureEndpoints);
    }

    protected virtual void ConfigureBeforeEndpoints(IApplicationBuilder app)
    {
        app.UseIpPolicies();
        app.UseAuthorization();
    }

    protected virtual void ConfigureEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapControllers().RequireIpPolicy<IpPolicies.PartnerApi>();
        MapService(endpoints.MapGroup(ServicePrefix).RequireIpPolicy<IpPolicies.PartnerApi>());
    }

    protected abstract string ServicePrefix { get; }

    protected abstract void MapService(IEndpointRouteBuilder endpoints);
}

//// file: OrderStartup.cs
using Microsoft.AspNetCore.Mvc;

namespace Family;

public sealed class OrderStartup(IConfiguration configuration) : StartupBase(configuration)
{
    protected override string ServicePrefix => "/orders";

    protected override void ConfigureEndpoints(IEndpointRouteBuilder endpoints)
    {
        base.ConfigureEndpoints(endpoints);
        endpoints.MapGet("/info", () => Configuration["Name"]).AllowAnyAddress("says nothing but the name of the service");
    }

    protected override void MapService(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", () => Array.Empty<int>());
        endpoints.MapPost("/", () => Results.Created());
    }
}

[Route("legacy/orders")]
public class LegacyOrdersController : ControllerBase
{
    [HttpGet]
    public int[] List() => [];
}
