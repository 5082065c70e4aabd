// Groups kept in fields and properties of a class that maps in several methods; classes with primary constructors.
using Ledger;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

var api = new LedgerApi(app);
api.MapAccounts();
api.MapBookings();
new ReportApi(api.Group).Map();
StaticApi.Initialize(app);
StaticApi.Map();

app.Run();

//// file: LedgerApi.cs
namespace Ledger;

internal sealed class LedgerApi
{
    private readonly RouteGroupBuilder _accounts;
    private readonly IEndpointRouteBuilder _bookings;

    public LedgerApi(IEndpointRouteBuilder app)
    {
        Group = app.MapGroup("/ledger").RequireIpPolicy<IpPolicies.PartnerApi>();
        _accounts = Group.MapGroup("/accounts");
        _bookings = Group.MapGroup("/bookings").WithTags("Bookings");
    }

    public RouteGroupBuilder Group { get; }

    private RouteGroupBuilder Admin => Group.MapGroup("/admin").RequireIpPolicy<IpPolicies.Admin>();

    public void MapAccounts()
    {
        _accounts.MapGet("/", () => Array.Empty<int>());
        _accounts.MapGet("/{id}", (int id) => id);
        Admin.MapPost("/close", () => Results.Accepted());
    }

    public void MapBookings()
    {
        this._bookings.MapPost("/", () => Results.Created());
        this.Group.MapGet("/balance", () => 0m);
    }
}

internal sealed class ReportApi(RouteGroupBuilder group)
{
    private readonly RouteGroupBuilder _reports = group.MapGroup("/reports");

    public void Map()
    {
        _reports.MapGet("/daily", () => "daily");
        group.MapGet("/monthly", () => "monthly");
    }
}

internal static class StaticApi
{
    private static RouteGroupBuilder s_group = null!;

    public static void Initialize(WebApplication app) => s_group = app.MapGroup("/static").RequireIpPolicy<IpPolicies.Office>();

    public static void Map() => s_group.MapGet("/", () => "static");
}
