// Groups kept in fields: one of them never gets a policy, another is set in two constructors, of which one forgets it.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

new OrderApi(app).Map();
new StockApi(app, "v1").Map();
new StockApi(app).Map();

app.Run();

sealed class OrderApi(IEndpointRouteBuilder app)
{
    private readonly RouteGroupBuilder _open = app.MapGroup("/open");
    private readonly RouteGroupBuilder _guarded = app.MapGroup("/guarded").RequireIpPolicy<IpPolicies.Office>();

    public void Map()
    {
        _open.MapGet("/orders", () => "orders"); //!! PSDK6001 MapGet
        _guarded.MapPost("/orders", () => Results.Created());
    }
}

sealed class StockApi
{
    private readonly RouteGroupBuilder _group;

    public StockApi(IEndpointRouteBuilder app) => _group = app.MapGroup("/stock").RequireIpPolicy<IpPolicies.Office>();

    public StockApi(IEndpointRouteBuilder app, string version) => _group = app.MapGroup($"/{version}/stock");

    public void Map() => _group.MapGet("/", () => "stock"); //!! PSDK6001 MapGet
}
