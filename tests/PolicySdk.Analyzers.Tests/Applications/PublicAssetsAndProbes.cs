// An API with all the little endpoints around it, each open for a reason, short-circuited ones among them, behind a proxy.
// uses: OpenApi
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HttpOverrides;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks().AddCheck("self", () => new(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy), tags: ["live"]);
builder.Services.AddOutputCache(cache => cache.AddBasePolicy(policy => policy.Expire(TimeSpan.FromMinutes(1))));
builder.Services.AddOpenApi();
builder.Services.AddIpPolicies();

var app = builder.Build();

app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor });
app.UseIpPolicies();
app.UseOutputCache();

const string Probed = "probed by the orchestrator";

app.MapHealthChecks("/live", new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") }).AllowAnyAddress(Probed).ShortCircuit();
app.MapHealthChecks("/ready").AllowAnyAddress(Probed).WithMetadata("probe");
app.MapGet("/robots.txt", () => "User-agent: *\nDisallow: /").AllowAnyAddress("crawlers read it").ShortCircuit();
app.MapShortCircuit(404, "wp-admin", "wp-login.php").AllowAnyAddress("there is nothing");
app.MapGet("/", () => Results.Redirect("/docs")).AllowAnyAddress($"redirects to {"/docs"}").ExcludeFromDescription();
app.MapOpenApi().CacheOutput().RequireIpPolicy<IpPolicies.Office>();
app.MapMethods("/files/{name}", [HttpMethods.Get, HttpMethods.Head], (string name) => Results.NotFound()).RequireIpPolicy<IpPolicies.PartnerApi>();

app.Run();
