// Fallbacks that lead on to controllers and pages: the policies of those hold for them too.
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews();
builder.Services.AddRazorPages();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

app.MapControllers().RequireIpPolicy<IpPolicies.PartnerApi>();
app.MapRazorPages();
app.MapFallbackToController("/orders/{*path}", "Index", "Orders");
app.MapFallbackToPage("/NotFound");

app.Run();

[Route("orders")]
public class OrdersController : Controller
{
    [HttpGet]
    public IActionResult Index() => View();
}

[AllowAnyAddress("says that there is no such page")]
public class NotFoundModel : PageModel
{
    public void OnGet()
    {
    }
}
