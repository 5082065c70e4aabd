// An endpoint filter and an action filter with a safe list of their own, in place of a policy.
using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

app.MapGroup("/internal")
    .AddEndpointFilter<SafeListFilter>()
    .MapGet("/", () => "internal"); //!! PSDK6001 MapGet
app.MapControllers();
app.Run();

sealed class SafeListFilter(IConfiguration configuration) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var allowed = configuration.GetSection("SafeList").Get<List<string>>() ?? [];
        return allowed.Contains(context.HttpContext.Connection.RemoteIpAddress!.ToString()) //!! PSDK7005 context.HttpContext.Connection.RemoteIpAddress!.ToString()
            ? await next(context)
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }
}

public sealed class SafeListAttribute : ActionFilterAttribute
{
    private static readonly IPAddress[] Allowed = [IPAddress.Loopback, IPAddress.Parse("203.0.113.7")];

    public override void OnActionExecuting(ActionExecutingContext context)
    {
        var remote = context.HttpContext.Connection.RemoteIpAddress;
        if (!Allowed.Any(address => address == remote)) //!! PSDK7005 address == remote
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        }

        base.OnActionExecuting(context);
    }
}

[SafeList]
[Route("payroll")]
public class PayrollController : ControllerBase //!! PSDK6001 PayrollController
{
    [HttpGet]
    public int[] List() => [];
}
