// Mapping as a value: lambdas in variables, which can be followed, and in a list, which cannot.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

Action<IEndpointRouteBuilder, string> mapStatus = (routes, name) => routes.MapGet($"/{name}/status", () => name); //!! PSDK6001 MapGet
Func<IEndpointRouteBuilder, RouteHandlerBuilder> mapHealth = routes => routes.MapGet("/health", () => "fine").AllowAnyAddress("probed by the platform");

mapStatus(app, "one");
mapHealth(app);

var modules = new List<Action<IEndpointRouteBuilder>>
{
    static routes => routes.MapGet("/first", () => 1).RequireIpPolicy<IpPolicies.Office>(),
    static routes =>
    {
        routes.MapPost("/second", () => Results.Ok()); //!! PSDK6004 MapPost
    },
};

foreach (var module in modules)
{
    module(app);
}

app.Run();
