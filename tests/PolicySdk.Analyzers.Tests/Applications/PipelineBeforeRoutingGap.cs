// In a Startup class the middleware is put first of all: there is no endpoint yet, so it can decide nothing.
await Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).RunConsoleAsync();

public class Startup
{
    public void ConfigureServices(IServiceCollection services) => services.AddIpPolicies();

    public void Configure(IApplicationBuilder app)
    {
        app.UseIpPolicies(); //!! PSDK6007 UseIpPolicies
        app.UseHttpsRedirection();
        app.UseRouting();
        app.UseEndpoints(endpoints => endpoints.MapGet("/", () => "home").RequireIpPolicy<IpPolicies.Office>());
    }
}
