// Options made for the call itself, without a limit and without any proxy.
using Microsoft.AspNetCore.HttpOverrides;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();

var forwarded = new ForwardedHeadersOptions
{
    ForwardedHeaders = ForwardedHeaders.XForwardedFor,
    ForwardLimit = null, //!! PSDK7001 ForwardLimit
};
app.UseForwardedHeaders(forwarded);

app.UseIpPolicies();
app.MapGet("/", () => "home").RequireIpPolicy<IpPolicies.Office>();
app.Run();
