// An opt-out before a policy: instead of what the group or the base class requires, what stands here is required.
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

var api = app.MapGroup("/api").RequireIpPolicy<IpPolicies.Office>();
api.MapGet("/stock", () => 7);
api.MapPost("/orders", () => Results.NoContent())
    .AllowAnyAddress("partners order from outside of the office")
    .RequireIpPolicy<IpPolicies.PartnerApi>();

var partners = api.MapGroup("/partners").AllowAnyAddress("not the office: each says who");
partners.MapGet("/prices", () => 1).RequireIpPolicy<IpPolicies.PartnerApi>();
partners.MapGet("/margins", [AllowAnyAddress("not even the partners"), RequireIpPolicy<IpPolicies.Admin>] () => 2);

app.MapControllers().RequireIpPolicy<IpPolicies.Office>();
app.Run();

[Route("discounts")]
[AllowAnyAddress("not the office: each action says who")]
public class DiscountsController : ControllerBase
{
    [HttpGet, RequireIpPolicy<IpPolicies.PartnerApi>]
    public decimal[] All() => [1m];

    [HttpPut, RequireIpPolicy<IpPolicies.Admin>]
    public IActionResult Set(decimal discount) => NoContent();
}

[Route("refunds")]
[AllowAnyAddress("not the office"), RequireIpPolicy<IpPolicies.Admin>]
public class RefundsController : ControllerBase
{
    [HttpGet]
    public decimal[] All() => [1m];
}
