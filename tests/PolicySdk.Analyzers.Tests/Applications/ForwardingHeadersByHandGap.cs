// The client's address read from headers that anybody can send: in a middleware, a controller, and an extension method.
using System.Net;
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddIpPolicies(options => options.ClientId = context => context.Request.Headers["CF-Connecting-IP"]); //!! PSDK7003 "CF-Connecting-IP"

var app = builder.Build();
app.UseIpPolicies();
app.UseMiddleware<ClientMiddleware>();
app.MapControllers().RequireIpPolicy<IpPolicies.Office>();
app.MapGet("/me", (HttpContext context) => context.ClientAddress()).RequireIpPolicy<IpPolicies.Office>();
app.MapGet("/who", ([FromHeader(Name = "X-Forwarded-For")] string? address) => address).RequireIpPolicy<IpPolicies.Office>(); //!! PSDK7003 "X-Forwarded-For"
app.Run();

sealed class ClientMiddleware(RequestDelegate next)
{
    private const string RealIp = "X-Real-IP";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.TryGetValue("X-Forwarded-For", out var forwarded) && IPAddress.TryParse(forwarded, out var address)) //!! PSDK7003 "X-Forwarded-For"
        {
            context.Connection.RemoteIpAddress = address;
        }

        var real = context.Request.Headers[RealIp].FirstOrDefault(); //!! PSDK7003 RealIp
        context.Items["real"] = real;
        return next(context);
    }
}

static class ClientAddressExtensions
{
    public static string? ClientAddress(this HttpContext context)
    {
        var headers = context.Request.Headers;
        return headers["True-Client-IP"].ToString() is { Length: > 0 } client //!! PSDK7003 "True-Client-IP"
            ? client
            : headers["Forwarded"].ToString(); //!! PSDK7003 "Forwarded"
    }
}

[Route("whoami")]
public class WhoAmIController : ControllerBase
{
    [HttpGet]
    public string? Get([FromHeader(Name = "X-Client-IP")] string? address) => Request.Headers["X-Request-ID"] + address; //!! PSDK7003 "X-Client-IP"
}
