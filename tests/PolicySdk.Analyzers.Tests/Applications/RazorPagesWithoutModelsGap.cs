// Razor pages without models in the project: nothing to see but the call.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();
app.MapRazorPages().WithStaticAssets(); //!! PSDK6001 MapRazorPages
app.MapFallbackToPage("/NotFound"); //!! PSDK6001 MapFallbackToPage
app.Run();
