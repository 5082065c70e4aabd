// Groups come back from a method in a tuple, and one way through a method that makes groups forgets the policy.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

var (open, guarded) = Create(app);
open.MapGet("/terms", () => "terms"); //!! PSDK6004 MapGet
guarded.MapGet("/orders", () => "orders"); //!! PSDK6004 MapGet

Group(app, app.Configuration["Tenant"]).MapGet("/tenant", () => "tenant"); //!! PSDK6001 MapGet

var chosen = app.Environment.IsDevelopment() ? open : guarded;
chosen.MapGet("/chosen", () => "chosen"); //!! PSDK6004 MapGet

app.Run();

static (RouteGroupBuilder Open, RouteGroupBuilder Guarded) Create(IEndpointRouteBuilder app) =>
    (app.MapGroup("/open"), app.MapGroup("/guarded").RequireIpPolicy<IpPolicies.PartnerApi>());

static RouteGroupBuilder Group(IEndpointRouteBuilder app, string? tenant)
{
    if (tenant is null)
    {
        return app.MapGroup("/all").RequireIpPolicy<IpPolicies.Office>();
    }

    var group = app.MapGroup($"/{tenant}");
    return group.WithTags(tenant);
}
