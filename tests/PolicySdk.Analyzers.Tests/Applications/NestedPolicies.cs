// Policies that narrow each other, opt-outs inside of policies, and policies inside of opt-outs: each has an effect somewhere.
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

var partners = app.MapGroup("/partners").RequireIpPolicy<IpPolicies.PartnerApi>();
partners.MapGet("/both", () => "both").RequireIpPolicy<IpPolicies.Office>();
partners.MapGet("/open", () => "open").AllowAnyAddress("linked from our web site");
partners.MapGet("/plain", () => "plain");

var open = app.MapGroup("/open").AllowAnyAddress("everybody may read");
open.MapGet("/read", () => "read");
open.MapPost("/write", () => Results.NoContent()).RequireIpPolicy<IpPolicies.Office>();

var inner = partners.MapGroup("/inner").AllowAnyAddress("except for what says otherwise");
inner.MapGet("/office", () => "office").RequireIpPolicy<IpPolicies.Office>();
inner.MapGet("/all", () => "all");

app.MapControllers().RequireIpPolicy<IpPolicies.PartnerApi>();
app.Run();

[Route("prices")]
[RequireIpPolicy<IpPolicies.Admin>]
public class PricesController : ControllerBase
{
    [HttpGet, AllowAnyAddress("list prices")]
    public decimal[] All() => [1m];

    [HttpPost, RequireIpPolicy<IpPolicies.Office>]
    public IActionResult Set(decimal price) => NoContent();

    [HttpDelete]
    public IActionResult Clear() => NoContent();
}
