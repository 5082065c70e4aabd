// Groups and endpoints come back from methods in tuples, out parameters and iterators, which are not followed; and in conditional expressions, which are.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

var (open, guarded) = CreateGroups(app);
open.MapGet("/terms", () => "terms"); //!! PSDK6004 MapGet
guarded.MapGet("/orders", () => "orders"); //!! PSDK6004 MapGet

CreateOffice(app, out var office);
office.MapGet("/", () => "office"); //!! PSDK6004 MapGet

await MapSlowlyAsync(guarded);

foreach (var endpoint in MapOperations(app))
{
    endpoint.RequireIpPolicy<IpPolicies.Admin>();
}

var either = args.Length > 0 ? guarded : office;
either.MapGet("/either", () => "either"); //!! PSDK6004 MapGet

var parent = app.Configuration["Parent"] is { } prefix ? guarded.MapGroup(prefix) : null;
(parent ?? office).MapGet("/parent", () => "parent"); //!! PSDK6004 MapGet

MapReports(app);
MapReports(app, guarded);

app.Run();

static (RouteGroupBuilder Open, RouteGroupBuilder Guarded) CreateGroups(IEndpointRouteBuilder app)
{
    var open = app.MapGroup("/open").AllowAnyAddress("the same as on our web site");
    return (open, app.MapGroup("/guarded").RequireIpPolicy<IpPolicies.PartnerApi>());
}

static void CreateOffice(IEndpointRouteBuilder app, out RouteGroupBuilder group)
{
    group = app.MapGroup("/office");
    group.RequireIpPolicy<IpPolicies.Office>();
}

static async Task MapSlowlyAsync(IEndpointRouteBuilder routes)
{
    await Task.Yield();
    routes.MapGet("/slow", () => "slow"); //!! PSDK6004 MapGet
}

static IEnumerable<IEndpointConventionBuilder> MapOperations(IEndpointRouteBuilder routes)
{
    yield return routes.MapPost("/restart", () => Results.Accepted()); //!! PSDK6004 MapPost
    yield return routes.MapPost("/stop", () => Results.Accepted()); //!! PSDK6004 MapPost
}

static void MapReports(IEndpointRouteBuilder app, RouteGroupBuilder? group = null)
{
    group ??= app.MapGroup("/reports").RequireIpPolicy<IpPolicies.Office>();
    group.MapGet("/reports", () => "reports"); //!! PSDK6004 MapGet
}
