// The policy is on the conventional route, and attribute-routed controllers are not on that route: they are mapped beside it.
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddMvc();
builder.Services.AddIpPolicies();

var app = builder.Build();
app.UseIpPolicies();

app.MapControllerRoute("default", "{controller=Home}/{action=Index}/{id?}").RequireIpPolicy<IpPolicies.Office>();

app.Run();

public class HomeController : Controller
{
    public IActionResult Index() => View();
}

[ApiController]
[Route("api/search")]
public class SearchController : ControllerBase //!! PSDK6001 SearchController
{
    [HttpGet]
    public string[] Find(string text) => [text];
}

// A controller by its name alone.
public class LegacyController //!! PSDK6001 LegacyController
{
    [Route("/legacy")]
    public string Get() => "legacy";
}
