// Policies on endpoints, and nobody added the services: each request to them throws.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthorization();
var app = builder.Build();
app.MapGet("/one", () => 1).RequireIpPolicy<IpPolicies.Office>(); //!! PSDK6007 RequireIpPolicy
app.MapGet("/two", () => 2).RequireIpPolicy<IpPolicies.Office>();
app.Run();
