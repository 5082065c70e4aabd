// Razor pages: a policy on each page model, or on the base of several.
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages(options => options.Conventions.AuthorizeFolder("/Admin"));
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();
app.UseAuthorization();
app.MapRazorPages();
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

//// file: Pages/Admin/AdminPageModel.cs
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Site.Pages.Admin;

[RequireIpPolicy<IpPolicies.Admin>]
public abstract class AdminPageModel : PageModel
{
    protected IActionResult Back() => RedirectToPage("/Index");
}

public class UsersModel(ILogger<UsersModel> logger) : AdminPageModel
{
    [BindProperty]
    public string Name { get; set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        logger.LogInformation("Saved {Name}", Name);
        await Task.Yield();
        return Back();
    }
}

public class SettingsModel : AdminPageModel
{
    public void OnGet() => ViewData["Title"] = "Settings";
}
