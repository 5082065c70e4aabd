// Attributes where they have no effect for a minimal API: on the class of the handler, and on a method that the handler only calls.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

app.MapGet("/class", OrderHandlers.All); //!! PSDK6001 MapGet
app.MapGet("/called", () => OrderHandlers.One(1)); //!! PSDK6001 MapGet
app.MapGet("/method/{id}", OrderHandlers.One);
app.MapGet("/reason", [AllowAnyAddress("TODO")] () => "reason"); //!! PSDK6002 "TODO"

app.Run();

[RequireIpPolicy<IpPolicies.PartnerApi>] //!! PSDK6008 RequireIpPolicy
static class OrderHandlers
{
    public static string All() => "all";

    [RequireIpPolicy<IpPolicies.PartnerApi>]
    public static string One(int id) => $"{id}";
}
