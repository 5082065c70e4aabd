// One policy on MapControllers for all controllers; some opt out or narrow with attributes.
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers().AddJsonOptions(options => options.JsonSerializerOptions.WriteIndented = true);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();
app.MapControllers()
    .RequireAuthorization()
    .RequireIpPolicy<IpPolicies.PartnerApi>();
await app.RunAsync();

[Route("api/[controller]")]
public abstract class CrudController<TEntity> : ControllerBase
    where TEntity : class, new()
{
    [HttpGet]
    public virtual ActionResult<TEntity[]> List() => Array.Empty<TEntity>();

    [HttpGet("{id}")]
    public ActionResult<TEntity> Get(int id) => new TEntity();

    [HttpDelete("{id}")]
    [RequireIpPolicy<IpPolicies.Admin>]
    public IActionResult Delete(int id) => NoContent();
}

public sealed class CarsController : CrudController<Car>
{
    public override ActionResult<Car[]> List() => new[] { new Car() };
}

public sealed class TrucksController : CrudController<Truck>;

[ApiController]
[Route("ping")]
public sealed class PingController : ControllerBase
{
    [HttpGet, AllowAnyAddress("probed by the platform")]
    public string Get() => "pong";

    [AcceptVerbs("LOCK", "UNLOCK")]
    public IActionResult Lock() => Ok();
}

public sealed class Car;

public sealed class Truck;
