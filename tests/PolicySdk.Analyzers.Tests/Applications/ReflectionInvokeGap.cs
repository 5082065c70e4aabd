// Static Map methods found and invoked by reflection, and a delegate kept in a dictionary: what the builder is there, nobody can follow.
using System.Reflection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

foreach (var type in Assembly.GetExecutingAssembly().GetTypes().Where(type => type.IsAssignableTo(typeof(IEndpoint)) && type.IsClass))
{
    type.GetMethod(nameof(IEndpoint.Map), BindingFlags.Static | BindingFlags.Public)?.Invoke(null, [app]);
}

var mappings = new Dictionary<string, Action<IEndpointRouteBuilder>>
{
    ["books"] = routes => routes.MapGet("/books", () => "books"), //!! PSDK6004 MapGet
    ["music"] = routes => routes.MapGet("/music", () => "music").RequireIpPolicy<IpPolicies.PartnerApi>(),
};

foreach (var name in app.Configuration.GetSection("Areas").Get<string[]>() ?? [])
{
    mappings[name](app);
}

var groups = new Dictionary<string, RouteGroupBuilder>
{
    ["public"] = app.MapGroup("/public"),
    ["private"] = app.MapGroup("/private").RequireIpPolicy<IpPolicies.Office>(),
};
groups["public"].MapGet("/terms", () => "terms"); //!! PSDK6004 MapGet
groups["private"].MapGet("/salaries", () => "none").RequireIpPolicy<IpPolicies.Admin>();

app.Run();

interface IEndpoint
{
    static abstract void Map(IEndpointRouteBuilder app);
}

sealed class GetPlants : IEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/plants", () => "plants"); //!! PSDK6004 MapGet
}

sealed class AddPlant : IEndpoint
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/plants", () => Results.Created()).RequireIpPolicy<IpPolicies.Office>();
    }
}
