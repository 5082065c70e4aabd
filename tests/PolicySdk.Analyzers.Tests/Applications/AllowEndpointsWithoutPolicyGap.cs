// Adoption endpoint by endpoint: the option opens what has no policy, so each such endpoint is still named.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies(options => options.AllowEndpointsWithoutPolicy = true);
var app = builder.Build();
app.UseIpPolicies();
app.MapGet("/guarded", () => "guarded").RequireIpPolicy<IpPolicies.Office>();
app.MapGet("/later", () => "not yet"); //!! PSDK6001 MapGet
app.Run();
