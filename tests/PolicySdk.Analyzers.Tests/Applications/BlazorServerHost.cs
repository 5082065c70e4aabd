// Blazor Server before .NET 8: a hub, a host page and controllers behind it.
var builder = WebApplication.CreateBuilder(args);

builder.Services.AddRazorPages();
builder.Services.AddServerSideBlazor();
builder.Services.AddIpPolicies();

var app = builder.Build();

app.UseIpPolicies();
app.UseHttpsRedirection();

app.MapBlazorHub(options => options.CloseOnAuthenticationExpiration = true).RequireIpPolicy<IpPolicies.Office>();
app.MapFallbackToPage("/_Host").RequireIpPolicy<IpPolicies.Office>();

await app.StartAsync();
await app.WaitForShutdownAsync();
