// A fallback policy for whatever has none: nothing is uncovered, so endpoints may be written as anywhere else.
// uses: Carter, ServiceDefaults, OpenApi
using Carter;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.Services.AddIpPolicies(options =>
{
    options.UseFallbackPolicy<IpPolicies.Office>();
    options.ClientId = context => context.User.Identity?.Name;
});
builder.Services.AddControllers();
builder.Services.AddSignalR();
builder.Services.AddCarter();
builder.Services.AddOpenApi();

var app = builder.Build();
app.UseIpPolicies();
app.MapControllers();
app.MapCarter();
app.MapDefaultEndpoints();
app.MapOpenApi();
app.MapGet("/", () => "office only");
app.MapGroup("/partners").RequireIpPolicy<IpPolicies.PartnerApi>().MapGet("/", () => "partners only");
app.MapHealthChecks("/healthz").AllowAnyAddress("probed by the load balancer");
app.Run();

//// file: Modules/NotesModule.cs
using Carter;

namespace Notes.Modules;

public class NotesModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app) => app.MapGet("/notes", () => Array.Empty<string>());
}

//// file: Controllers/NotesController.cs
using Microsoft.AspNetCore.Mvc;

namespace Notes.Controllers;

[ApiController]
[Route("[controller]")]
public class NotesController : ControllerBase
{
    [HttpPost]
    public IActionResult Create(string text) => Ok(text);
}
