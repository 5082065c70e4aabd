// Routes whose controllers are chosen per request, as in shops with localised addresses.
using Microsoft.AspNetCore.Mvc.Routing;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews();
builder.Services.AddRazorPages();
builder.Services.AddSingleton<SlugTransformer>();
builder.Services.AddIpPolicies();

var app = builder.Build();
app.UseIpPolicies();

app.MapDynamicControllerRoute<SlugTransformer>("{language}/{slug}"); //!! PSDK6004 MapDynamicControllerRoute
app.MapDynamicPageRoute<SlugTransformer>("{slug}"); //!! PSDK6004 MapDynamicPageRoute
app.MapGroup("/shop").RequireIpPolicy<IpPolicies.Office>().MapDynamicControllerRoute<SlugTransformer>("{**slug}");

app.Run();

public class SlugTransformer : DynamicRouteValueTransformer
{
    public override ValueTask<RouteValueDictionary> TransformAsync(HttpContext httpContext, RouteValueDictionary values) =>
        new(new RouteValueDictionary { ["controller"] = "Home", ["action"] = "Index" });
}
