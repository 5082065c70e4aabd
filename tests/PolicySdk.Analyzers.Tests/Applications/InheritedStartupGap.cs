// A base start-up class gives derived classes the bare builder, and one of them does not know.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseRouting();
app.UseIpPolicies();
ServiceBase service = args.Length > 0 ? new OrderService() : new StockService();
app.UseEndpoints(service.ConfigureEndpoints);
app.Run();

abstract class ServiceBase
{
    public void ConfigureEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/version", () => "1.0").AllowAnyAddress("says nothing but a number");
        MapService(endpoints);
    }

    protected abstract void MapService(IEndpointRouteBuilder endpoints);
}

sealed class OrderService : ServiceBase
{
    protected override void MapService(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/orders", () => Array.Empty<int>()).RequireIpPolicy<IpPolicies.PartnerApi>();
}

sealed class StockService : ServiceBase
{
    protected override void MapService(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/stock", () => Array.Empty<int>()); //!! PSDK6001 MapGet
    }
}
