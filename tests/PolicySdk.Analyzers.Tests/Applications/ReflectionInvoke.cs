// Static Map methods found and invoked by reflection: nobody in the compilation calls them, so each endpoint has its own policy.
using System.Reflection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

foreach (var method in Assembly.GetExecutingAssembly().GetTypes()
    .Where(type => type.Name.EndsWith("Endpoints", StringComparison.Ordinal))
    .Select(type => type.GetMethod("Map", BindingFlags.Static | BindingFlags.Public)))
{
    method?.Invoke(null, [app]);
}

app.Run();

//// file: Endpoints/CarEndpoints.cs
namespace Cars;

public static class CarEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var cars = app.MapGroup("/cars").RequireIpPolicy<IpPolicies.PartnerApi>();
        cars.MapGet("/", () => Array.Empty<string>());
        cars.MapGet("/{id}", (int id) => id);
        app.MapGet("/cars.ics", () => "BEGIN:VCALENDAR").AllowAnyAddress("calendars fetch it from anywhere");
    }
}

public static class DealerEndpoints
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/dealers", [RequireIpPolicy<IpPolicies.Office>] () => Array.Empty<string>());
}
