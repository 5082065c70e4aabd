// Carter modules: the package finds them by reflection and gives them the builder. Each endpoint has its own policy.
// uses: Carter
using Carter;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
builder.Services.AddCarter();

var app = builder.Build();
app.UseIpPolicies();

app.MapGroup("/api")
    .RequireIpPolicy<IpPolicies.PartnerApi>()
    .MapCarter();

app.Run();

public class OrdersModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/orders").RequireIpPolicy<IpPolicies.PartnerApi>();

        group.MapGet("/", () => Array.Empty<int>());
        group.MapPost("/", (int amount) => Results.Created());

        app.MapGet("/status", () => "open").AllowAnyAddress("shown on the public status page");
    }
}

public sealed class ReportsModule : CarterModule
{
    public ReportsModule()
        : base("/reports")
    {
        RequireAuthorization();
        WithTags("Reports");
    }

    public override void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGet("/daily", Daily).RequireIpPolicy<IpPolicies.Office>();
        app.MapGet("/monthly", Monthly);
    }

    private static string Daily() => "daily";

    [RequireIpPolicy<IpPolicies.Office>]
    private static string Monthly() => "monthly";
}
