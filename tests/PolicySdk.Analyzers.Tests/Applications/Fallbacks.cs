// Every kind of fallback, each with a policy or a reason.
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews();
builder.Services.AddRazorPages();
builder.Services.AddIpPolicies(options => options.FallbackPolicy = null);

var app = builder.Build();
app.UseIpPolicies();

app.MapStaticAssets().RequireIpPolicy<IpPolicies.Office>();
app.MapFallbackToFile("/docs/{*path:nonfile}", "docs/index.html").RequireIpPolicy<IpPolicies.PartnerApi>();
app.MapFallbackToAreaController("/admin/{*path}", "Index", "Dashboard", "Admin").RequireIpPolicy<IpPolicies.Admin>();
app.MapFallbackToAreaPage("/shop/{*path}", "/Index", "Shop").RequireIpPolicy<IpPolicies.Office>();
app.MapFallbackToPage("/reports/{*path}", "/Reports").RequireIpPolicy<IpPolicies.Office>();
app.MapFallback("/api/{*path}", () => Results.NotFound()).AllowAnyAddress("says that there is nothing");
app.MapFallback(async context =>
{
    context.Response.StatusCode = StatusCodes.Status404NotFound;
    await context.Response.WriteAsync("nothing here");
}).AllowAnyAddress("says that there is nothing");

app.Run();
