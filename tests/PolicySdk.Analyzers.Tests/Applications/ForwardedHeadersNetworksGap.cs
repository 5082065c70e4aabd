// The older list of networks, emptied together with the proxies in options that are handed to the middleware.
using Microsoft.AspNetCore.HttpOverrides;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();

if (!app.Environment.IsDevelopment())
{
    var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All, ForwardLimit = 1 };
#pragma warning disable ASPDEPR005 // The list has a successor.
    options.KnownNetworks.Clear(); //!! PSDK7001 Clear
#pragma warning restore ASPDEPR005
    options.KnownProxies.Clear(); //!! PSDK7001 Clear
    app.UseForwardedHeaders(options);
}

app.UseIpPolicies();
app.MapGet("/", () => "home").RequireIpPolicy<IpPolicies.Office>();
app.Run();
