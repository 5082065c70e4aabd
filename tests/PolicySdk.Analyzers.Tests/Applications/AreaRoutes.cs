// A policy for each conventional route: the controllers of an area are only on the area's route, the others only on the default route.
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

app.MapAreaControllerRoute("admin", "Admin", "admin/{controller=Users}/{action=Index}/{id?}").RequireIpPolicy<IpPolicies.Admin>();
app.MapDefaultControllerRoute().AllowAnyAddress("the shop window");

app.Run();

[Area("Admin")]
public class UsersController : Controller
{
    public IActionResult Index() => View();
}

public class HomeController : Controller
{
    public IActionResult Index() => View();
}
