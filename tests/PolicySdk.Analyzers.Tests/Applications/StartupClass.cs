// Program with CreateHostBuilder and a Startup class, as in every application that was born before minimal hosting.
namespace Legacy.Shop;

public class Program
{
    public static void Main(string[] args)
    {
        CreateHostBuilder(args).Build().Run();
    }

    public static IHostBuilder CreateHostBuilder(string[] args) =>
        Host.CreateDefaultBuilder(args)
            .ConfigureWebHostDefaults(webBuilder =>
            {
                webBuilder.UseStartup<Startup>();
            });
}

//// file: Startup.cs
using Microsoft.AspNetCore.SignalR;

namespace Legacy.Shop;

public class Startup
{
    public Startup(IConfiguration configuration)
    {
        Configuration = configuration;
    }

    public IConfiguration Configuration { get; }

    // This method gets called by the runtime.
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddControllersWithViews();
        services.AddHealthChecks();
        services.AddSignalR();
        services.AddIpPolicies(options =>
        {
            options.StatusCode = StatusCodes.Status403Forbidden;
        });
    }

    public void Configure(IApplicationBuilder app, IWebHostEnvironment env, ILogger<Startup> logger)
    {
        if (env.IsDevelopment())
        {
            app.UseDeveloperExceptionPage();
        }
        else
        {
            app.UseExceptionHandler("/Error");
            app.UseHsts();
        }

        app.UseRouting();
        app.UseIpPolicies();
        app.UseAuthentication();
        app.UseAuthorization();

        app.UseEndpoints(endpoints =>
        {
            endpoints.MapControllerRoute(
                name: "default",
                pattern: "{controller=Home}/{action=Index}/{id?}").RequireIpPolicy<IpPolicies.Office>();
            endpoints.MapHub<StockHub>("/hubs/stock");
            endpoints.MapHealthChecks("/healthz").AllowAnyAddress("probed by the load balancer");
        });

        logger.LogInformation("Configured for {Environment}", env.EnvironmentName);
    }
}

[RequireIpPolicy<IpPolicies.Office>]
public class StockHub : Hub
{
    public Task Subscribe(string symbol) => Groups.AddToGroupAsync(Context.ConnectionId, symbol);
}

//// file: Controllers/HomeController.cs
using Microsoft.AspNetCore.Mvc;

namespace Legacy.Shop.Controllers;

public class HomeController : Controller
{
    public IActionResult Index() => View();

    public IActionResult Privacy()
    {
        return View();
    }
}
