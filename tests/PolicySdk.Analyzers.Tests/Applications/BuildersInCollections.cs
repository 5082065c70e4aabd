// Endpoints and groups in arrays, lists and tuples, with the policy put on in a loop.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

IEndpointConventionBuilder[] operations =
[
    app.MapGet("/cache", () => "size"),
    app.MapDelete("/cache", () => Results.NoContent()),
    app.MapHealthChecks("/health/details"),
];
foreach (var operation in operations)
{
    operation.RequireIpPolicy<IpPolicies.Admin>();
}

foreach (var endpoint in new[] { app.MapGet("/a", () => "a"), app.MapGet("/b", () => "b") })
{
    endpoint.WithTags("letters").RequireIpPolicy<IpPolicies.PartnerApi>();
}

var more = new List<RouteHandlerBuilder>();
more.Add(app.MapPost("/jobs", () => Results.Accepted()));
more.Add(app.MapPut("/jobs", () => Results.Accepted()));
foreach (RouteHandlerBuilder endpoint in more)
{
    endpoint.RequireIpPolicy<IpPolicies.Office>();
}

var (read, write) = (app.MapGroup("/read"), app.MapGroup("/write"));
read.RequireIpPolicy<IpPolicies.PartnerApi>();
write.RequireIpPolicy<IpPolicies.Office>();
read.MapGet("/", () => "read");
write.MapPost("/", () => "written");

foreach (var group in new[] { read, write })
{
    group.MapGet("/ping", () => "pong");
}

// The routes come from configuration; the endpoint is written once.
foreach (var (path, target) in app.Configuration.GetSection("Redirects").Get<Dictionary<string, string>>() ?? [])
{
    app.MapGet(path, () => Results.Redirect(target)).AllowAnyAddress("redirects to our public site");
}

for (var version = 1; version <= 3; version++)
{
    var number = version;
    app.MapGroup($"/v{version}").RequireIpPolicy<IpPolicies.PartnerApi>().MapGet("/version", () => number);
}

app.Run();
