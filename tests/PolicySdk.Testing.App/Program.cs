var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies(static options => options.ClientId = static context => context.Request.Headers["X-Client"]);
var app = builder.Build();
if (!app.Configuration.GetValue<bool>("WithoutMiddleware"))
{
    app.UseIpPolicies();
}

app.MapGet("/v1/prices/{symbol}", static (string symbol) => symbol).RequireIpPolicy<IpPolicies.Api>();
app.MapPost("/v1/orders/{id:int:min(10)}", static (int id) => id).RequireIpPolicy<IpPolicies.Api>();
app.MapGet("/admin", static () => "admin").RequireIpPolicy<IpPolicies.Admin>();
app.MapGet("/trial", static () => "trial").RequireIpPolicy<IpPolicies.Trial>();
app.MapGet("/me/address", static (HttpContext context) => context.Connection.RemoteIpAddress?.ToString()).AllowAnyAddress("tells callers their address");
app.MapGet("/healthz", static () => "ok").AllowAnyAddress("probed by the load balancer");
app.Run();
