// A versioned API in fluent form: the first version has a policy, the second was added without one.
// uses: Versioning
using Asp.Versioning.Builder;
using Ordering.Api;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
builder.Services.AddApiVersioning();

var app = builder.Build();
app.UseIpPolicies();

var orders = app.NewVersionedApi("Orders");

orders.MapOrdersApiV1()
    .RequireIpPolicy<IpPolicies.PartnerApi>();
orders.MapOrdersApiV2();

app.NewVersionedApi("Users").MapGroup("/users").HasApiVersion(1.0).MapGet("/", () => "users"); //!! PSDK6001 MapGet

app.Run();

//// file: Apis/OrdersApi.cs
using Asp.Versioning.Builder;

namespace Ordering.Api;

public static class OrdersApi
{
    public static RouteGroupBuilder MapOrdersApiV1(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("api/orders").HasApiVersion(1.0);
        api.MapPut("/cancel", CancelAsync);
        api.MapGet("{orderId:int}", (int orderId) => orderId);
        return api;
    }

    public static RouteGroupBuilder MapOrdersApiV2(this IVersionedEndpointRouteBuilder app)
    {
        var api = app.MapGroup("api/orders").HasApiVersion(2.0);
        api.MapPut("/cancel", CancelAsync); //!! PSDK6001 MapPut
        api.MapGet("{orderId:int}", (int orderId) => orderId); //!! PSDK6001 MapGet
        return api;
    }

    private static Task<IResult> CancelAsync() => Task.FromResult(Results.Ok());
}
