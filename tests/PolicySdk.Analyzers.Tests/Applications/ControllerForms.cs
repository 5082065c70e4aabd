// Controllers in the many forms in which they are written: primary constructors, nested actions, inherited and async ones, filters, versions in routes.
using Controllers;
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped<IStore, Store>();
builder.Services.AddControllers(options =>
{
    options.SuppressAsyncSuffixInActionNames = false;
    options.RespectBrowserAcceptHeader = true;
}).ConfigureApiBehaviorOptions(options => options.SuppressMapClientErrors = true);
builder.Services.AddIpPolicies();

var app = builder.Build();
app.UseIpPolicies();
ControllerActionEndpointConventionBuilder controllers = app.MapControllers();
controllers.WithGroupName("api");
app.Run();

//// file: Controllers/IStore.cs
namespace Controllers;

public interface IStore
{
    int Count { get; }
}

internal sealed class Store : IStore
{
    public int Count => 0;
}

//// file: Controllers/StoreController.cs
using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Controllers;

[ApiController]
[Route("api/v{version:int}/[controller]/[action]")]
[Produces("application/json")]
public sealed class StoreController(IStore store, ILogger<StoreController> logger) : ControllerBase, IDisposable
{
    [HttpGet]
    [Description("How many")]
    [ProducesResponseType<int>(StatusCodes.Status200OK)]
    [RequireIpPolicy<IpPolicies.PartnerApi>]
    public int Count() => store.Count;

    [HttpPost, HttpPut, RequireIpPolicy<IpPolicies.Office>]
    public async ValueTask<IActionResult> Put([FromBody] int count, CancellationToken cancellation)
    {
        await Task.Delay(1, cancellation);
        logger.LogInformation("Put {Count}", count);
        return NoContent();
    }

    // No actions: inherited from object, from an interface, static, generic, a property, or said so.
    public override string ToString() => "store";

    [NonAction]
    public void Dispose()
    {
    }

    public static int Zero() => 0;

    public T? Any<T>() => default;

    public int Size => store.Count;

    [NonAction]
    public IActionResult Helper() => Ok();
}

//// file: Controllers/AuditController.cs
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Controllers;

[RequireIpPolicy<IpPolicies.Admin>]
[Route("audit")]
[ServiceFilter<AuditFilter>]
public partial class AuditController : Controller
{
    [HttpGet("")]
    public partial IActionResult Index();

    public override void OnActionExecuting(ActionExecutingContext context) => base.OnActionExecuting(context);
}

public partial class AuditController
{
    public partial IActionResult Index() => Json(Array.Empty<string>());

    [HttpGet("{id:guid}", Name = "audit")]
    public IActionResult One(Guid id) => Json(id);
}

public sealed class AuditFilter : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }
}
