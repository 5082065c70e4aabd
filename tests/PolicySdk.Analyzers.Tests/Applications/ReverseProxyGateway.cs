// A gateway: forwarded headers first, then policies, then the proxy's routes; header values are written, never read.
// uses: ReverseProxy
// client-address: yes
using Yarp.ReverseProxy.Transforms;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddAuthentication();
builder.Services.AddReverseProxy()
    .LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"))
    .AddTransforms(transforms => transforms.AddRequestTransform(context =>
    {
        context.ProxyRequest.Headers.Add("X-Forwarded-For", context.HttpContext.Connection.RemoteIpAddress?.ToString());
        context.HttpContext.Request.Headers.Remove("X-Real-IP");
        context.HttpContext.Request.Headers["X-Client-IP"] = "hidden";
        return ValueTask.CompletedTask;
    }));

builder.Services.AddIpPolicies(options =>
{
    options.UseClientAddress<IpPolicies.ClientAddress>();
    options.ClientId = context => context.Request.Headers["X-Api-Key"];
});

var app = builder.Build();

app.UseForwardedHeaders();
app.UseIpPolicies();
app.UseAuthentication();

app.MapReverseProxy(proxy =>
{
    proxy.UseSessionAffinity();
    proxy.UseLoadBalancing();
}).RequireIpPolicy<IpPolicies.PartnerApi>();

app.MapForwarder("/legacy/{**rest}", "http://10.0.0.4:8080").RequireIpPolicy<IpPolicies.Office>();

app.MapGet("/healthz", () => "ok").AllowAnyAddress("probed by the platform").ShortCircuit();
app.MapShortCircuit(404, "robots.txt", "favicon.ico").AllowAnyAddress("there is nothing");

app.Run();
