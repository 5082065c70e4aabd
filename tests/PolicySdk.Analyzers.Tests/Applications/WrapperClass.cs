// An own fluent type around the route builder, with short methods for the verbs.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

new Api(app.MapGroup("/shop").RequireIpPolicy<IpPolicies.PartnerApi>())
    .Get("/items", () => Array.Empty<string>())
    .Post("/items", (string name) => Results.Created())
    .Scope("/admin")
    .Get("/users", () => Array.Empty<string>());

Api.Create(app, "/office").Get("/", () => "office");

app.Run();

public sealed class Api
{
    private readonly IEndpointRouteBuilder _routes;

    public Api(IEndpointRouteBuilder routes)
    {
        _routes = routes ?? throw new ArgumentNullException(nameof(routes));
    }

    public static Api Create(WebApplication app, string prefix) => new(app.MapGroup(prefix).RequireIpPolicy<IpPolicies.Office>());

    public Api Get(string path, Delegate handler)
    {
        _routes.MapGet(path, handler).WithDescription(path);
        return this;
    }

    public Api Post(string path, Delegate handler)
    {
        _routes.MapPost(path, handler);
        return this;
    }

    public Api Scope(string prefix) => new(_routes.MapGroup(prefix));
}
