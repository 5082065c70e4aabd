// The trusted proxies are named, and nobody reads the header that they write.
// client-address: yes
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies(options =>
{
    options.UseClientAddress<IpPolicies.ClientAddress>(); //!! PSDK7004 UseClientAddress
    options.UseFallbackPolicy<IpPolicies.Office>();
});
var app = builder.Build();
app.UseIpPolicies();
app.MapGet("/", () => "home");
app.Run();
