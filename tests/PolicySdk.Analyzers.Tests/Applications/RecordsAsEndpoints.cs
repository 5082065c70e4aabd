// Endpoints described as data: records with method, path and handler, mapped in a loop on a group or with the policy that they need.
using Described;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

Operation[] routes =
[
    new("GET", "/one", () => 1),
    new("POST", "/two", (int number) => number * 2) { Internal = true },
    new("DELETE", "/three", Handlers.Delete, "Deletes three"),
];

var group = app.MapGroup("/described").RequireIpPolicy<IpPolicies.PartnerApi>();
foreach (var (method, path, handler, summary) in routes)
{
    group.MapMethods(path, [method], handler).WithSummary(summary);
}

foreach (var route in routes.Where(route => route.Internal))
{
    _ = route switch
    {
        { Method: "GET" } => app.MapGet("/internal" + route.Path, route.Handler).RequireIpPolicy<IpPolicies.Office>(),
        { Method: "POST" } => app.MapPost("/internal" + route.Path, route.Handler).RequireIpPolicy<IpPolicies.Office>(),
        _ => app.MapMethods("/internal" + route.Path, [route.Method], route.Handler).RequireIpPolicy<IpPolicies.Admin>(),
    };
}

app.Run();

//// file: Operation.cs
namespace Described;

internal sealed record Operation(string Method, string Path, Delegate Handler, string Summary = "")
{
    public bool Internal { get; init; }
}

internal static class Handlers
{
    public static IResult Delete() => Results.NoContent();
}
