// Endpoint groups as classes made by reflection, each of which makes its own route group: one forgets the policy.
using System.Reflection;
using CleanShop.Web.Infrastructure;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

var groups = Assembly.GetExecutingAssembly()
    .GetTypes()
    .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(EndpointGroupBase)))
    .Select(Activator.CreateInstance)
    .Cast<EndpointGroupBase>();

foreach (var group in groups)
{
    group.Map(app);
}

app.Run();

//// file: Infrastructure/EndpointGroupBase.cs
namespace CleanShop.Web.Infrastructure;

public abstract class EndpointGroupBase
{
    public abstract void Map(WebApplication app);

    protected RouteGroupBuilder Group(IEndpointRouteBuilder app) => app.MapGroup("/api/" + GetType().Name).WithTags(GetType().Name);
}

//// file: Endpoints/Orders.cs
using CleanShop.Web.Infrastructure;

namespace CleanShop.Web.Endpoints;

public sealed class Orders : EndpointGroupBase
{
    public override void Map(WebApplication app)
    {
        var group = Group(app).RequireIpPolicy<IpPolicies.PartnerApi>();
        group.MapGet("/", List);
        group.MapGet("/{id:int}", Find);
    }

    private static int[] List() => [1, 2];

    private static IResult Find(int id) => Results.Ok(id);
}

//// file: Endpoints/Users.cs
using CleanShop.Web.Infrastructure;

namespace CleanShop.Web.Endpoints;

public sealed class Users : EndpointGroupBase
{
    public override void Map(WebApplication app)
    {
        Group(app).MapPost("/login", (string name) => Results.Ok(name)); //!! PSDK6001 MapPost
        Group(app)
            .RequireIpPolicy<IpPolicies.Office>()
            .MapPost("/logout", () => Results.NoContent());
    }
}
