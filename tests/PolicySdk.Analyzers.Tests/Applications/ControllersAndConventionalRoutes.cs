// MapControllers with a policy and a conventional route without: the policy reaches all controllers, however they are routed.
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

app.MapControllers().RequireIpPolicy<IpPolicies.Office>();
app.MapControllerRoute("default", "{controller=Home}/{action=Index}");

app.Run();

public class HomeController : Controller
{
    public IActionResult Index() => View();
}

[Route("api/items")]
public class ItemsController : ControllerBase
{
    [HttpGet]
    public int[] List() => [];
}
