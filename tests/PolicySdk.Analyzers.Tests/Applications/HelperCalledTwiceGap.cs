// A helper that is called with a covered group, and once more with the bare application "for old clients".
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

app.MapGroup("/v2").RequireIpPolicy<IpPolicies.PartnerApi>().MapPrices();

// Old clients know no prefix.
app.MapPrices();

app.MapGroup("/v1").MapOrders();

app.Run();

static class Endpoints
{
    public static void MapPrices(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/prices", () => new[] { 1m }); //!! PSDK6001 MapGet
        routes.MapGet("/prices/{symbol}", (string symbol) => symbol).RequireIpPolicy<IpPolicies.PartnerApi>();
    }

    public static void MapOrders(this RouteGroupBuilder group)
    {
        group.MapPost("/orders", () => Results.Accepted()); //!! PSDK6001 MapPost
        var items = group.MapGroup("/orders/{id}/items").AllowAnyAddress("customers look at their orders from anywhere");
        items.MapGet("/", (int id) => id);
    }
}
