// Everything lives under a base path: the branch has its own routing and endpoints, as in media servers behind a sub-path.
using Media;

var host = Host.CreateDefaultBuilder(args)
    .ConfigureWebHostDefaults(web => web
        .ConfigureKestrel(options => options.AddServerHeader = false)
        .UseStartup<Startup>())
    .Build();

await host.RunAsync();

//// file: Startup.cs
namespace Media;

public class Startup
{
    private readonly IConfiguration _configuration;

    public Startup(IConfiguration configuration) => _configuration = configuration;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddResponseCompression();
        services.AddHttpContextAccessor();
        services.AddControllers();
        services.AddHealthChecks();
        services.AddIpPolicies();
    }

    public void Configure(IApplicationBuilder app, IWebHostEnvironment env)
    {
        // Wrap rest of configuration so everything only listens on the base path.
        app.Map(_configuration["BaseUrl"] ?? "/media", mainApp =>
        {
            if (env.IsDevelopment())
            {
                mainApp.UseDeveloperExceptionPage();
            }

            mainApp.UseForwardedHeaders();
            mainApp.UseWebSockets();
            mainApp.UseResponseCompression();
            mainApp.UseRouting();
            mainApp.UseIpPolicies();
            mainApp.UseAuthentication();
            mainApp.UseAuthorization();

            mainApp.UseEndpoints(endpoints =>
            {
                endpoints.MapControllers();
                if (_configuration.GetValue<bool>("EnableMetrics"))
                {
                    endpoints.MapGet("/metrics", () => "requests 1").RequireIpPolicy<IpPolicies.Office>();
                }

                endpoints.MapHealthChecks("/health").AllowAnyAddress("probed by the container host");
            });
        });

        app.MapWhen(context => context.Connection.LocalPort == 9090, management =>
        {
            management.UseRouting();
            management.UseIpPolicies();
            management.UseEndpoints(endpoints => endpoints.MapGet("/dump", () => "dump").RequireIpPolicy<IpPolicies.Admin>());
        });
    }
}

//// file: Controllers/ItemsController.cs
using Microsoft.AspNetCore.Mvc;

namespace Media.Controllers;

[Route("Items")]
[RequireIpPolicy<IpPolicies.Office>]
public class ItemsController : ControllerBase
{
    [HttpGet]
    public IEnumerable<string> GetItems() => [];

    [HttpGet("{id}/Stream")]
    [HttpHead("{id}/Stream")]
    public IActionResult Stream(Guid id) => NoContent();
}
