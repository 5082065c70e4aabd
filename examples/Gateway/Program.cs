using Yarp.ReverseProxy;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies(static options => options.UseClientAddress<IpPolicies.ClientAddress>());
builder.Services.AddReverseProxy().LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"));
builder.Services.AddHealthChecks();

var app = builder.Build();

// First: behind a load balancer every caller has the load balancer's address until this has read the header.
app.UseForwardedHeaders();
app.UseIpPolicies();

// All routes, also those that a reload of the configuration brings.
var proxy = app.MapReverseProxy();
proxy.RequireIpPolicy<IpPolicies.Partners>();
proxy.ConfigureEndpoints(static (endpoint, route) =>
{
    if (route.RouteId == "documentation")
    {
        endpoint.AllowAnyAddress("partners read it before they have a contract");
    }
});

app.MapGet("/gateway/routes", static (IProxyStateLookup proxy) => proxy.GetRoutes().Select(static route => new { route.Config.RouteId, route.Config.Match.Path }))
    .RequireIpPolicy<IpPolicies.Operators>();
app.MapHealthChecks("/healthz").AllowAnyAddress("probed by the load balancer itself");

app.Run();
