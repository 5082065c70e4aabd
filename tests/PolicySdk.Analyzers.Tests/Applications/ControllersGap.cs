// Attribute-routed controllers where a class, and an action of another class, were forgotten.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddIpPolicies();

var app = builder.Build();
app.UseIpPolicies();
app.MapControllers();
app.Run();

//// file: Controllers/InvoicesController.cs
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Billing.Controllers;

[ApiController]
[Route("api/[controller]")]
[Authorize]
public class InvoicesController : ControllerBase //!! PSDK6001 InvoicesController
{
    [HttpGet]
    public ActionResult<int[]> List() => new[] { 1, 2 };

    [HttpGet("{id:int}")]
    public ActionResult<int> Get(int id) => id;
}

//// file: Controllers/PaymentsController.cs
using Microsoft.AspNetCore.Mvc;

namespace Billing.Controllers;

[ApiController]
[Route("api/[controller]")]
public class PaymentsController : ControllerBase
{
    [HttpGet]
    [RequireIpPolicy<IpPolicies.PartnerApi>]
    public ActionResult<int[]> List() => new[] { 1, 2 };

    [HttpPost]
    public async Task<IActionResult> Pay(int amount) //!! PSDK6001 Pay
    {
        await Task.Yield();
        return Accepted();
    }

    [HttpPost("webhook")]
    [AllowAnyAddress("TODO: ask the payment provider for its addresses")] //!! PSDK6002 "TODO: ask the payment provider for its addresses"
    public IActionResult Webhook() => Ok();

    [NonAction]
    public int Sum(params int[] amounts) => amounts.Sum();
}

//// file: Controllers/RefundsController.cs
using Microsoft.AspNetCore.Mvc;

namespace Billing.Controllers;

[RequireIpPolicy<IpPolicies.Office>]
[Route("api/refunds")]
public class RefundsController : ControllerBase
{
    [HttpPost]
    public IActionResult Refund(int id) => Accepted();
}
