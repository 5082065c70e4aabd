// Policies as attributes only, and nobody added the services.
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
var app = builder.Build();
app.MapControllers();
app.Run();

[Route("items")]
[RequireIpPolicy<IpPolicies.Office>] //!! PSDK6007 RequireIpPolicy
public class ItemsController : ControllerBase
{
    [HttpGet]
    public int[] List() => [];

    [HttpPost, RequireIpPolicy<IpPolicies.Admin>]
    public IActionResult Create() => NoContent();
}
