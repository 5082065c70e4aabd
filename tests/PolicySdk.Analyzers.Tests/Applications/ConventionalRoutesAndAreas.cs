// MVC with views: areas, a conventional route for each, a base controller and a catch-all fallback. As in shops and content systems.
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddControllersWithViews(options => options.Filters.Add(new ResponseCacheAttribute { NoStore = true }));
builder.Services.AddIpPolicies();

var app = builder.Build();

if (!app.Environment.IsDevelopment())
{
    app.UseExceptionHandler("/Home/Error");
}

app.UseRouting();
app.UseIpPolicies();
app.UseAuthorization();

app.MapAreaControllerRoute(
    name: "admin",
    areaName: "Admin",
    pattern: "admin/{controller=Dashboard}/{action=Index}/{id?}");

app.MapControllerRoute(
    name: "areas",
    pattern: "{area:exists}/{controller=Home}/{action=Index}/{id?}");

app.MapDefaultControllerRoute();

app.MapFallbackToController("NotFoundPage", "Home").AllowAnyAddress("says that there is no such page");

app.Run();

//// file: Areas/Admin/Controllers/DashboardController.cs
using Microsoft.AspNetCore.Mvc;

namespace Shop.Areas.Admin.Controllers;

[Area("Admin")]
[RequireIpPolicy<IpPolicies.Admin>]
public abstract class AdminControllerBase : Controller;

public class DashboardController : AdminControllerBase
{
    public IActionResult Index() => View();
}

public class UsersController : AdminControllerBase
{
    public async Task<IActionResult> Index()
    {
        await Task.Yield();
        return View();
    }

    [HttpPost]
    [ValidateAntiForgeryToken]
    public IActionResult Delete(int id) => RedirectToAction(nameof(Index));
}

//// file: Controllers/HomeController.cs
using Microsoft.AspNetCore.Mvc;

namespace Shop.Controllers;

[AllowAnyAddress("the shop window")]
public class HomeController : Controller
{
    public IActionResult Index() => View();

    public IActionResult NotFoundPage() => NotFound();

    [RequireIpPolicy<IpPolicies.Office>]
    public IActionResult Preview(int id) => View(id);
}

//// file: Controllers/ControllerFactory.cs
using Microsoft.AspNetCore.Mvc;

namespace Shop.Controllers;

// No controller: its name does not end so, and it derives from none.
public class ControllerFactory
{
    public string Create() => "no action";
}

[NonController]
public class TemplateController : Controller
{
    public IActionResult Index() => View();
}

internal class HiddenController : Controller
{
    public IActionResult Index() => View();
}

public abstract class PagingController : Controller
{
    public IActionResult Page(int number) => View(number);
}

public static class Holder
{
    // MVC takes only top-level classes for controllers, public or not.
    public class NestedController : ControllerBase
    {
        [HttpGet("/nested")]
        public string Get() => "nested";
    }
}
