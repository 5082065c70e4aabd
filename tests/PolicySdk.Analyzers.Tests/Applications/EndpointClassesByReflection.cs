// Endpoint groups as classes with a common base, created by reflection, as in Clean Architecture templates.
using CleanShop.Web.Infrastructure;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
builder.Services.AddProblemDetails();

var app = builder.Build();

if (!app.Environment.IsDevelopment())
{
    app.UseHsts();
}

app.UseHttpsRedirection();
app.UseIpPolicies();
app.UseExceptionHandler(options => { });
app.MapEndpoints();
app.Run();

public partial class Program;

//// file: Infrastructure/EndpointGroupBase.cs
namespace CleanShop.Web.Infrastructure;

public abstract class EndpointGroupBase
{
    public virtual string? GroupName { get; }

    public abstract void Map(RouteGroupBuilder groupBuilder);
}

//// file: Infrastructure/WebApplicationExtensions.cs
using System.Reflection;

namespace CleanShop.Web.Infrastructure;

public static class WebApplicationExtensions
{
    private static RouteGroupBuilder MapGroup(this WebApplication app, EndpointGroupBase group)
    {
        var groupName = group.GroupName ?? group.GetType().Name;

        return app
            .MapGroup($"/api/{groupName}")
            .WithGroupName(groupName)
            .WithTags(groupName)
            .RequireIpPolicy<IpPolicies.PartnerApi>();
    }

    public static WebApplication MapEndpoints(this WebApplication app)
    {
        var endpointGroupType = typeof(EndpointGroupBase);

        var assembly = Assembly.GetExecutingAssembly();

        var endpointGroupTypes = assembly.GetExportedTypes()
            .Where(t => t.IsSubclassOf(endpointGroupType));

        foreach (var type in endpointGroupTypes)
        {
            if (Activator.CreateInstance(type) is EndpointGroupBase instance)
            {
                instance.Map(app.MapGroup(instance));
            }
        }

        return app;
    }
}

//// file: Infrastructure/HandlerExtensions.cs
using System.Diagnostics.CodeAnalysis;

namespace CleanShop.Web.Infrastructure;

public static class HandlerExtensions
{
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder builder, Delegate handler, [StringSyntax("Route")] string pattern = "")
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.MapGet(pattern, handler)
            .WithName(handler.Method.Name);
    }

    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder builder, Delegate handler, [StringSyntax("Route")] string pattern = "") =>
        builder.MapPost(pattern, handler).WithName(handler.Method.Name);

    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder builder, Delegate handler, [StringSyntax("Route")] string pattern) =>
        builder.MapPut(pattern, handler).WithName(handler.Method.Name);
}

//// file: Endpoints/TodoLists.cs
using CleanShop.Web.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanShop.Web.Endpoints;

public class TodoLists : EndpointGroupBase
{
    public override void Map(RouteGroupBuilder groupBuilder)
    {
        groupBuilder.RequireAuthorization();
        groupBuilder.MapGet(GetTodoLists);
        groupBuilder.MapPost(CreateTodoList);
        groupBuilder.MapPut(UpdateTodoList, "{id}");
        groupBuilder.MapDelete("{id}", DeleteTodoList);
    }

    public Ok<string[]> GetTodoLists() => TypedResults.Ok(Array.Empty<string>());

    public Created<int> CreateTodoList(string title) => TypedResults.Created($"/{title.Length}", title.Length);

    public NoContent UpdateTodoList(int id, string title) => TypedResults.NoContent();

    public NoContent DeleteTodoList(int id) => TypedResults.NoContent();
}

//// file: Endpoints/WeatherForecasts.cs
using CleanShop.Web.Infrastructure;

namespace CleanShop.Web.Endpoints;

public class WeatherForecasts : EndpointGroupBase
{
    public override string? GroupName => "forecasts";

    public override void Map(RouteGroupBuilder groupBuilder)
    {
        groupBuilder.MapGet(GetForecasts).RequireAuthorization();
    }

    private IEnumerable<int> GetForecasts() => Enumerable.Range(1, 5);
}
