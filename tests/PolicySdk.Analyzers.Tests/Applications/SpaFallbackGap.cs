// A single page application with its API: files come from a middleware, and the page for all other paths is an endpoint.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
builder.Services.AddControllers();

var app = builder.Build();

app.UseDefaultFiles();
app.UseStaticFiles(new StaticFileOptions //!! PSDK6006 UseStaticFiles
{
    OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = "no-cache",
});
app.UseIpPolicies();

app.MapControllers().RequireIpPolicy<IpPolicies.PartnerApi>();
app.MapFallbackToFile("index.html"); //!! PSDK6001 MapFallbackToFile
app.MapFallbackToFile("/admin/{*path:nonfile}", "admin.html").RequireIpPolicy<IpPolicies.Admin>();

app.Run();
