// A versioned catalogue API: a group per version, made from a versioned builder, as in reference microservice applications.
// uses: Versioning, ServiceDefaults
using Asp.Versioning.Builder;
using Catalog.Api;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.Services.AddProblemDetails();
builder.Services.AddIpPolicies();
builder.Services.AddApiVersioning(options => options.ReportApiVersions = true);

var app = builder.Build();

app.UseIpPolicies();
app.UseStatusCodePages();

app.MapCatalogApi();

app.Run();

//// file: Apis/CatalogApi.cs
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Catalog.Api;

public static class CatalogApi
{
    public static IEndpointRouteBuilder MapCatalogApi(this IEndpointRouteBuilder app)
    {
        var versions = app.NewVersionedApi("Catalog");
        versions.RequireIpPolicy<IpPolicies.PartnerApi>();

        var api = versions.MapGroup("api/catalog").HasApiVersion(1, 0).HasApiVersion(2, 0);
        var v1 = versions.MapGroup("api/catalog").HasApiVersion(1, 0);
        var v2 = versions.MapGroup("api/catalog").HasApiVersion(2, 0);

        // Items.
        v1.MapGet("/items", GetAllItemsV1)
            .WithSummary("List catalog items")
            .WithTags("Items");
        v2.MapGet("/items", GetAllItems)
            .WithName("ListItems")
            .WithTags("Items");
        api.MapGet("/items/{id:int}", GetItemById)
            // .WithName("GetItem")
            .WithDescription("One item");
        api.MapGet("/types",
            [ProducesResponseType<string[]>(StatusCodes.Status200OK)]
            async (CancellationToken cancellation) =>
            {
                await Task.Yield();
                return new[] { "mug", "shirt" };
            })
            .WithName("ListItemTypes");

        // Only the back office changes items.
        v2.MapPut("/items/{id:int}", UpdateItem).RequireIpPolicy<IpPolicies.Office>();

        return app;
    }

    public static Ok<string[]> GetAllItemsV1() => GetAllItems(0);

    public static Ok<string[]> GetAllItems(int page) => TypedResults.Ok(Array.Empty<string>());

    public static Results<Ok<int>, NotFound> GetItemById(int id) => id > 0 ? TypedResults.Ok(id) : TypedResults.NotFound();

    public static NoContent UpdateItem(int id) => TypedResults.NoContent();
}
