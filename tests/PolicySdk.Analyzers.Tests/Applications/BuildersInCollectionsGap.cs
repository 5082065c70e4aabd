// A loop that maps from a list of paths, and an array where one of the elements was left out of the loop.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

string[] paths = ["/one", "/two", "/three"];
foreach (var path in paths)
{
    app.MapGet(path, () => path).WithName(path); //!! PSDK6001 MapGet
}

var first = app.MapGet("/first", () => 1);
var second = app.MapGet("/second", () => 2);
var third = app.MapGet("/third", () => 3); //!! PSDK6001 MapGet

foreach (var endpoint in new[] { first, second })
{
    endpoint.RequireIpPolicy<IpPolicies.Office>();
}

foreach (var endpoint in new[] { first, third })
{
    endpoint.WithTags("odd");
}

app.Run();
