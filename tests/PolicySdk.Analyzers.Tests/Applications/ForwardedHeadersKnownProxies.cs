// The lists are emptied and filled from configuration, in the same body: only the named proxies are believed.
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
builder.Services.Configure<ForwardedHeadersOptions>(options =>
{
    options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
    options.ForwardLimit = null;
    options.KnownIPNetworks.Clear();
    options.KnownProxies.Clear();

    foreach (var proxy in builder.Configuration.GetSection("Proxies").Get<string[]>() ?? [])
    {
        if (IPAddress.TryParse(proxy.Trim(), out var address))
        {
            options.KnownProxies.Add(address);
        }
    }
});
builder.Services.PostConfigure<ForwardedHeadersOptions>(options => options.ForwardLimit = 2);

var knownHosts = new List<string> { "localhost" };
knownHosts.Clear();

var app = builder.Build();
app.UseForwardedHeaders();
app.UseIpPolicies();
app.MapGet("/", (HttpContext context) => $"You call from {context.Connection.RemoteIpAddress}").RequireIpPolicy<IpPolicies.Office>();
app.Run();
