// The policy is an attribute on the handler: a lambda, a local function, a static or instance method, a method group of another class.
using Handlers;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

app.MapGet("/lambda", [RequireIpPolicy<IpPolicies.Office>] () => "lambda");
app.MapPost("/async", [RequireIpPolicy<IpPolicies.Office>] static async (HttpRequest request, CancellationToken cancellation) =>
{
    await Task.Delay(1, cancellation);
    return Results.Ok(request.ContentLength);
});
app.MapGet("/method", StockHandlers.All);
app.MapGet("/method/{id}", new StockHandlers().One);
app.MapGet("/local", Local);
app.MapGet("/open", [AllowAnyAddress("price list that is on our web site")] () => "open");
app.MapGet("/many", [EndpointSummary("Many attributes"), RequireIpPolicy<IpPolicies.Office>, RequireIpPolicy<IpPolicies.Admin>] () => "many");

var fromVariable = [RequireIpPolicy<IpPolicies.PartnerApi>] (int id) => id;
app.MapGet("/variable/{id}", fromVariable);

Delegate typed = StockHandlers.All;
app.MapGet("/typed", typed);

app.MapMethods("/cast", ["GET", "HEAD"], (Func<string>)StockHandlers.All);

app.Run();

[RequireIpPolicy<IpPolicies.Office>]
static string Local() => "local";

//// file: Handlers/StockHandlers.cs
namespace Handlers;

public sealed class StockHandlers
{
    [RequireIpPolicy<IpPolicies.PartnerApi>]
    public static string All() => "all";

    [RequireIpPolicy<IpPolicies.PartnerApi>]
    public string One(int id) => $"{id}";
}
