// Razor pages where one page model was forgotten; the fallback page has a policy.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();
app.MapRazorPages();
app.MapFallbackToPage("/Index").AllowAnyAddress("the front page");
app.Run();

//// file: Pages/Index.cshtml.cs
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Site.Pages;

[AllowAnyAddress("the front page")]
public class IndexModel : PageModel
{
    public void OnGet()
    {
    }
}

//// file: Pages/Orders.cshtml.cs
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Site.Pages;

[Authorize(Roles = "Clerk")]
public class OrdersModel : PageModel //!! PSDK6001 OrdersModel
{
    public void OnGet()
    {
    }
}
