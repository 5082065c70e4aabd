// A gateway where the order is wrong, the proxy's routes are open, and a short-circuited endpoint sees only the load balancer.
// uses: ReverseProxy
// client-address: yes
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddReverseProxy().LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"));
builder.Services.AddIpPolicies(options => options.UseClientAddress<IpPolicies.ClientAddress>());

var app = builder.Build();

app.UseIpPolicies();
app.UseForwardedHeaders(); //!! PSDK7004 UseForwardedHeaders

app.MapReverseProxy(); //!! PSDK6001 MapReverseProxy
app.MapForwarder("/files/{**rest}", "http://10.0.0.5"); //!! PSDK6001 MapForwarder
app.MapGet("/status", () => "ok").RequireIpPolicy<IpPolicies.Office>().ShortCircuit(); //!! PSDK6006 ShortCircuit

app.Run();
