// Attribute-routed controllers: the policy is on a base class, on a class, or on actions, as in web APIs of larger teams.
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddIpPolicies();

var app = builder.Build();
app.UseIpPolicies();
app.UseAuthorization();
app.MapControllers();
app.Run();

//// file: Controllers/ApiControllerBase.cs
using Microsoft.AspNetCore.Mvc;

namespace Web.Controllers;

[ApiController]
[Route("api/[controller]")]
[RequireIpPolicy<IpPolicies.PartnerApi>]
public abstract class ApiControllerBase : ControllerBase
{
    protected ActionResult<T> Maybe<T>(T? value)
        where T : class => value is null ? NotFound() : Ok(value);
}

//// file: Controllers/ProductsController.cs
using Microsoft.AspNetCore.Mvc;

namespace Web.Controllers;

public class ProductsController : ApiControllerBase
{
    [HttpGet]
    public ActionResult<string[]> List() => new[] { "mug" };

    [HttpGet("{name}")]
    public ActionResult<string> Find(string name) => Maybe(name);

    [HttpPost]
    [RequireIpPolicy<IpPolicies.Office>]
    public IActionResult Create(string name) => Created($"/api/products/{name}", name);
}

//// file: Controllers/AdminController.cs
using Microsoft.AspNetCore.Mvc;

namespace Web.Controllers;

[ApiController, Route("admin"), RequireIpPolicy<IpPolicies.Admin>]
public sealed class AdminController : ControllerBase
{
    [HttpDelete("cache")]
    public NoContentResult Clear() => NoContent();

    [HttpGet("version"), AllowAnyAddress("shown on the login page")]
    public string Version() => "1.0";

    [NonAction]
    public void Helper() => Response.Headers.Append("X-Helper", "1");
}

//// file: Controllers/StatusController.cs
using Microsoft.AspNetCore.Mvc;

namespace Web.Controllers;

public class StatusController : ControllerBase
{
    [HttpGet("/status")]
    [AllowAnyAddress("probed by the load balancer")]
    public string Get() => "ok";

    [HttpGet("/status/details")]
    [RequireIpPolicy<IpPolicies.Office>]
    public string Details() => "ok, with details";

    private string Hidden() => Request.Path;

    protected static string Shared() => "shared";
}
