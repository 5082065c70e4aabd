// Mapping in local functions: nested, recursive, with captured groups, and handlers that are local functions themselves.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

var api = Api("/api");
MapAll();
MapTree(api, depth: 3);
Report(api.MapGet("/reports", () => "reports"));
Guard(app.MapGet("/guarded", () => "guarded"), app.MapPost("/guarded", () => Results.NoContent()));

app.Run();

RouteGroupBuilder Api(string prefix)
{
    var group = app.MapGroup(prefix);
    group.WithTags("api");
    return group.RequireIpPolicy<IpPolicies.PartnerApi>();
}

void MapAll()
{
    api.MapGet("/one", One);
    MapTwo();

    static int One() => 1;

    void MapTwo() => api.MapGet("/two", Two);

    int Two() => 2;
}

static void MapTree(IEndpointRouteBuilder parent, int depth)
{
    if (depth == 0)
    {
        return;
    }

    var level = parent.MapGroup($"/level{depth}");
    level.MapGet("/", () => depth);
    MapTree(level, depth - 1);
}

static void Report(RouteHandlerBuilder endpoint) => endpoint.WithTags("reports").WithDescription("What was sold");

static void Guard(params IEndpointConventionBuilder[] endpoints)
{
    foreach (var endpoint in endpoints)
    {
        endpoint.RequireIpPolicy<IpPolicies.Office>();
    }
}
