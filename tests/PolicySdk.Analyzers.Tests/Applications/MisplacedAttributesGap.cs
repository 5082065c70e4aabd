// Attributes where they hold for more than they stand on, or where nothing reads them, beside the same ones where they count.
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddSignalR();
builder.Services.AddControllers();
builder.Services.AddHostedService<PriceImport>();
builder.Services.AddTransient<RequestClock>();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();
app.UseMiddleware<RequestClock>();
app.UseMiddleware<Headers>();
app.MapHub<PriceHub>("/live");
app.MapHub<NewsHub>("/news"); //!! PSDK6001 MapHub
app.MapRazorPages();
app.MapControllers();
app.MapReports();
app.MapGet("/orders", OrderHandlers.All); //!! PSDK6001 MapGet
app.MapGet("/orders/{id}", OrderHandlers.One).AddEndpointFilter<Sampled>();
app.Run();

public class PriceHub : Hub
{
    public string Price() => "1";

    [RequireIpPolicy<IpPolicies.Office>] //!! PSDK6008 RequireIpPolicy
    public string Secret() => "2";
}

public class NewsHub : Hub
{
    [AllowAnyAddress("news are for everybody")] //!! PSDK6008 AllowAnyAddress
    public string News() => "news";
}

public class EditModel : PageModel
{
    public void OnGet() => Load();

    [RequireIpPolicy<IpPolicies.Admin>] //!! PSDK6008 RequireIpPolicy
    public Task OnPostAsync() => Task.CompletedTask;

    [RequireIpPolicy<IpPolicies.Admin>] //!! PSDK6008 RequireIpPolicy
    private void Load()
    {
    }
}

public class ShowModel : PageModel //!! PSDK6001 ShowModel
{
    [AllowAnyAddress("documentation")] //!! PSDK6008 AllowAnyAddress
    public void OnGet()
    {
    }
}

[Route("stock")]
public class StockController : ControllerBase
{
    [HttpGet, RequireIpPolicy<IpPolicies.Office>]
    public int Get() => Count();

    [HttpPut, AllowAnyAddress("anybody reports stock")]
    public int Put() => Recount();

    [NonAction, RequireIpPolicy<IpPolicies.Admin>] //!! PSDK6008 RequireIpPolicy
    public int Count() => 1;

    [RequireIpPolicy<IpPolicies.Admin>] //!! PSDK6008 RequireIpPolicy
    private static int Recount() => 2;
}

[RequireIpPolicy<IpPolicies.PartnerApi>] //!! PSDK6008 RequireIpPolicy
static class OrderHandlers
{
    public static string All() => "all";

    [RequireIpPolicy<IpPolicies.PartnerApi>]
    public static string One(int id) => $"{id}";
}

static class Reports
{
    [RequireIpPolicy<IpPolicies.Office>] //!! PSDK6008 RequireIpPolicy
    public static void MapReports(this IEndpointRouteBuilder routes) => routes.MapGet("/reports", () => "reports"); //!! PSDK6001 MapGet
}

[RequireIpPolicy<IpPolicies.Office>] //!! PSDK6008 RequireIpPolicy
sealed class RequestClock : IMiddleware
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next) => next(context);
}

[AllowAnyAddress("sets headers only")] //!! PSDK6008 AllowAnyAddress
sealed class Headers(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => next(context);
}

[RequireIpPolicy<IpPolicies.Office>] //!! PSDK6008 RequireIpPolicy
sealed class Sampled : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context);
}

[RequireIpPolicy<IpPolicies.Admin>] //!! PSDK6008 RequireIpPolicy
sealed class PriceImport : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stop) => Task.CompletedTask;
}
