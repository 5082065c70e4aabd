// Generic helpers that map the same endpoints for each entity, with expression bodies and handlers as delegates.
using Crud;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

var data = app.MapGroup("/data").RequireIpPolicy<IpPolicies.PartnerApi>();
data.MapCrud<Customer>("customers").WithTags("Customers");
data.MapCrud<Invoice>("invoices", static group => group.MapPost("/{id}/send", (int id) => Results.Accepted()).RequireIpPolicy<IpPolicies.Office>());
app.MapReadOnly<Country>("countries").AllowAnyAddress("a list that anybody can look up");
app.MapReadOnly<Currency>("currencies").RequireIpPolicy<IpPolicies.PartnerApi>();

app.Run();

//// file: CrudExtensions.cs
namespace Crud;

public interface IEntity
{
    int Id { get; }
}

public sealed record Customer(int Id, string Name) : IEntity;

public sealed record Invoice(int Id, decimal Amount) : IEntity;

public sealed record Country(int Id, string Code) : IEntity;

public sealed record Currency(int Id, string Code) : IEntity;

public static class CrudExtensions
{
    public static RouteGroupBuilder MapCrud<TEntity>(this IEndpointRouteBuilder routes, string name, Action<RouteGroupBuilder>? more = null)
        where TEntity : class, IEntity
    {
        var group = routes.MapGroup(name);
        group.MapGet("/", () => Store<TEntity>.All);
        group.MapGet("/{id:int}", (int id) => Store<TEntity>.All.FirstOrDefault(entity => entity.Id == id));
        group.MapPost("/", (TEntity entity) => Store<TEntity>.All.Add(entity));
        more?.Invoke(group);
        return group;
    }

    public static IEndpointConventionBuilder MapReadOnly<TEntity>(this IEndpointRouteBuilder routes, string name)
        where TEntity : class, IEntity => routes.MapGet(name, Handler<TEntity>());

    private static Delegate Handler<TEntity>()
        where TEntity : class, IEntity => () => Store<TEntity>.All;

    private static class Store<TEntity>
    {
        public static List<TEntity> All { get; } = [];
    }
}
