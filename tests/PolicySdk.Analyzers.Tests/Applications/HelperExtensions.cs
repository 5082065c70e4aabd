// Program.cs stays short: each area has an extension method in a file of its own, and helpers wrap the groups. Very common.
using Warehouse;
using Warehouse.Endpoints;

var builder = WebApplication.CreateBuilder(args);
builder.AddWarehouse();

var app = builder.Build();
app.UseWarehouse();
app.MapWarehouse();
app.Run();

//// file: WarehouseApplication.cs
using Warehouse.Endpoints;

namespace Warehouse;

internal static class WarehouseApplication
{
    public static WebApplicationBuilder AddWarehouse(this WebApplicationBuilder builder)
    {
        builder.Services.AddOutputCache();
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization();
        builder.Services.AddWarehousePolicies();
        return builder;
    }

    private static IServiceCollection AddWarehousePolicies(this IServiceCollection services) =>
        services.AddIpPolicies(options => options.OnRejected = static _ => ValueTask.CompletedTask);

    public static WebApplication UseWarehouse(this WebApplication app)
    {
        app.UseIpPolicies();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseOutputCache();
        return app;
    }

    public static void MapWarehouse(this IEndpointRouteBuilder app)
    {
        var root = app.MapApi("/api");
        root.MapStock().MapShipments();
        root.MapGroup("/labels").MapLabels();
        app.MapOperations();
    }

    private static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app, string prefix) =>
        app.MapGroup(prefix).WithPartnerDefaults();

    private static RouteGroupBuilder WithPartnerDefaults(this RouteGroupBuilder group)
    {
        group.RequireIpPolicy<IpPolicies.PartnerApi>();
        group.RequireAuthorization();
        return group;
    }
}

//// file: Endpoints/StockEndpoints.cs
namespace Warehouse.Endpoints;

internal static class StockEndpoints
{
    public static RouteGroupBuilder MapStock(this RouteGroupBuilder group)
    {
        var stock = group.MapGroup("/stock").WithTags("Stock");
        stock.MapGet("/", All);
        stock.MapGet("/{sku}", One).WithName("OneItem").CacheOutput();
        return group;
    }

    private static string[] All() => [];

    private static IResult One(string sku) => Results.Ok(sku);
}

//// file: Endpoints/ShipmentEndpoints.cs
namespace Warehouse.Endpoints;

internal static class ShipmentEndpoints
{
    public static void MapShipments(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/shipments", (string sku) => Results.Accepted());
        routes.MapGet("/shipments/{id}", Track);

        static string Track(int id) => $"shipment {id}";
    }

    public static void MapLabels(this IEndpointRouteBuilder routes) => routes.MapGet("/{id}.pdf", (int id) => Results.Bytes([]));
}

//// file: Endpoints/OperationsEndpoints.cs
namespace Warehouse.Endpoints;

internal static class OperationsEndpoints
{
    internal static IEndpointRouteBuilder MapOperations(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);

        app.MapGroup("/ops")
            .RequireIpPolicy<IpPolicies.Admin>()
            .MapPost("/restart", (IHostApplicationLifetime lifetime) => lifetime.StopApplication());

        return app;
    }
}
