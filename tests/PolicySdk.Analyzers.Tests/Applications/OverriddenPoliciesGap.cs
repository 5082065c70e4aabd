// Policies that never decide, because something nearer always discards them.
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

app.MapGet("/same", () => "same")
    .RequireIpPolicy<IpPolicies.Office>() //!! PSDK6003 RequireIpPolicy
    .AllowAnyAddress("published every morning");

app.MapGet("/lambda", [RequireIpPolicy<IpPolicies.Office>] () => "lambda").AllowAnyAddress("published as well"); //!! PSDK6003 RequireIpPolicy

var group = app.MapGroup("/group").RequireIpPolicy<IpPolicies.PartnerApi>(); //!! PSDK6003 RequireIpPolicy
group.MapGet("/one", () => 1).AllowAnyAddress("a number");
group.MapGet("/two", () => 2).AllowAnyAddress("another number");

var open = app.MapGroup("/open").AllowAnyAddress("everybody may read"); //!! PSDK6003 AllowAnyAddress
open.MapGet("/read", () => "read").RequireIpPolicy<IpPolicies.PartnerApi>();
open.MapPost("/write", () => Results.NoContent()).RequireIpPolicy<IpPolicies.Office>();

app.MapControllers();
app.Run();

[Route("prices")]
[RequireIpPolicy<IpPolicies.PartnerApi>] //!! PSDK6003 RequireIpPolicy
public class PricesController : ControllerBase
{
    [HttpGet, AllowAnyAddress("list prices")]
    public decimal[] All() => [1m];

    [HttpGet("{id}"), AllowAnyAddress("list prices")]
    public decimal One(int id) => id;
}
