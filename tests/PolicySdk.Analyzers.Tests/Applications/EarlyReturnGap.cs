// The group gets its policy at the end of the method, and there is a way out before.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();
app.MapReports(app.Configuration);
app.MapOrders(app.Configuration);
app.Run();

static class Endpoints
{
    public static void MapReports(this IEndpointRouteBuilder routes, IConfiguration configuration)
    {
        var reports = routes.MapGroup("/reports");
        reports.MapGet("/", () => "reports"); //!! PSDK6001 MapGet

        if (configuration["Reports"] is null)
        {
            return;
        }

        reports.MapGet("/archive", () => "archive");
        reports.RequireIpPolicy<IpPolicies.Office>();
    }

    public static void MapOrders(this IEndpointRouteBuilder routes, IConfiguration configuration)
    {
        if (configuration["Orders"] is null)
        {
            return;
        }

        var orders = routes.MapGroup("/orders");
        orders.MapGet("/", () => "orders");
        orders.RequireIpPolicy<IpPolicies.Office>();
    }
}
