// The forwarded headers of anybody are believed: both lists are emptied, as answers on the web advise for containers.
using Microsoft.AspNetCore.HttpOverrides;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
builder.Services.Configure<ForwardedHeadersOptions>(options =>
{
    options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
    options.KnownIPNetworks.Clear(); //!! PSDK7001 Clear
    options.KnownProxies.Clear(); //!! PSDK7001 Clear
});

var app = builder.Build();
app.UseForwardedHeaders();
app.UseIpPolicies();
app.MapGet("/", () => "home").RequireIpPolicy<IpPolicies.Office>();
app.Run();
