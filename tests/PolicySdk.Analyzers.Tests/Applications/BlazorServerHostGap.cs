// Blazor Server before .NET 8: the page has a policy, the hub that carries all of its data does not.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddServerSideBlazor();
builder.Services.AddIpPolicies();

var app = builder.Build();
app.UseIpPolicies();
app.MapBlazorHub(); //!! PSDK6001 MapBlazorHub
app.MapFallbackToPage("/_Host").RequireIpPolicy<IpPolicies.Office>();
app.Run();
