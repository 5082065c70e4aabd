// A home-made safe list beside the policies: addresses compared by reference or as text.
using System.Net;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();
app.UseMiddleware<SafeListMiddleware>(new object[] { new[] { "127.0.0.1", "::1" } });
app.MapGet("/", () => "home").RequireIpPolicy<IpPolicies.Office>();
app.Run();

sealed class SafeListMiddleware(RequestDelegate next, string[] safeList)
{
    private static readonly IPAddress Gateway = IPAddress.Parse("192.0.2.1");

    public async Task Invoke(HttpContext context)
    {
        var remote = context.Connection.RemoteIpAddress;
        if (remote == null)
        {
            return;
        }

        var isGateway = remote == Gateway; //!! PSDK7005 remote == Gateway
        if (!IPAddress.IsLoopback(remote) && !safeList.Contains(remote.ToString())) //!! PSDK7005 remote.ToString()
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (!isGateway && remote != context.Connection.LocalIpAddress) //!! PSDK7005 remote != context.Connection.LocalIpAddress
        {
            var isPrivate = remote.ToString().StartsWith("10.", StringComparison.Ordinal); //!! PSDK7005 remote.ToString()
            var isOne = remote.ToString() == "203.0.113.7"; //!! PSDK7005 remote.ToString()
            context.Items["private"] = isPrivate || isOne;
        }

        if (context.Connection.RemoteIpAddress?.ToString() == "::1") //!! PSDK7005 context.Connection.RemoteIpAddress?.ToString()
        {
            context.Items["local"] = true;
        }

        await next(context);
    }
}
