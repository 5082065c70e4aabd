// The area's route has a policy, and the default route, on which all other controllers are, has none.
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

app.MapAreaControllerRoute("admin", "Admin", "admin/{controller=Users}/{action=Index}/{id?}").RequireIpPolicy<IpPolicies.Admin>();
app.MapDefaultControllerRoute();

app.Run();

[Area("Admin")]
public class UsersController : Controller
{
    public IActionResult Index() => View();
}

public class HomeController : Controller //!! PSDK6001 HomeController
{
    public IActionResult Index() => View();

    public IActionResult About() => View();
}
