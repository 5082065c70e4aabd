// A Startup class in which the pipeline was grown over years: the policy middleware came last, and some endpoints only exist when self-hosted.
using Vault.Api;

Host.CreateDefaultBuilder(args)
    .ConfigureWebHostDefaults(web => web.UseStartup<Startup>())
    .Build()
    .Run();

//// file: Startup.cs
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Vault.Api;

public class Startup(IConfiguration configuration)
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddIpPolicies();
        services.AddControllers();
        services.AddHealthChecks();
        services.AddRateLimiter(_ => { });
    }

    public void Configure(IApplicationBuilder app)
    {
        app.UseStaticFiles(); //!! PSDK6006 UseStaticFiles
        app.UseRouting();
        app.UseCors(policy => policy.AllowAnyHeader());
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseIpPolicies(); //!! PSDK6007 UseIpPolicies

        app.UseEndpoints(endpoints =>
        {
            endpoints.MapControllers().RequireIpPolicy<IpPolicies.PartnerApi>();

            if (!configuration.GetValue<bool>("SelfHosted"))
            {
                endpoints.MapHealthChecks("/healthz"); //!! PSDK6001 MapHealthChecks

                endpoints.MapHealthChecks("/healthz/extended", new HealthCheckOptions //!! PSDK6001 MapHealthChecks
                {
                    Predicate = _ => true,
                });
            }
        });
    }
}

//// file: Controllers/CiphersController.cs
using Microsoft.AspNetCore.Mvc;

namespace Vault.Api.Controllers;

[Route("ciphers")]
public class CiphersController : Controller
{
    [HttpGet("{id}")]
    public ActionResult<string> Get(Guid id) => id.ToString();
}
