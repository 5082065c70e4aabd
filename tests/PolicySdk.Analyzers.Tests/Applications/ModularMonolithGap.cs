// Modules mapped by hand: most on the group, the newest one on the application.
using Modules;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

var api = app.MapGroup("/api").RequireIpPolicy<IpPolicies.PartnerApi>();
new OrdersModule().MapEndpoints(api);
new StockModule().MapEndpoints(api);
new ExportModule().MapEndpoints(app);

app.Run();

//// file: Modules.cs
namespace Modules;

public sealed class OrdersModule
{
    public IEndpointRouteBuilder MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/orders", () => Array.Empty<int>());
        return endpoints;
    }
}

public sealed class StockModule
{
    public IEndpointRouteBuilder MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/stock", () => Array.Empty<int>());
        return endpoints;
    }
}

public sealed class ExportModule
{
    public IEndpointRouteBuilder MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        var exports = endpoints.MapGroup("/exports");
        exports.MapGet("/{id}.csv", (int id) => Results.Text("a;b")); //!! PSDK6001 MapGet
        exports.MapDelete("/{id}", (int id) => Results.NoContent()).RequireIpPolicy<IpPolicies.Admin>();
        return endpoints;
    }
}
