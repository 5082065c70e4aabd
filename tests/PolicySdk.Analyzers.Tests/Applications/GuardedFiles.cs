// A document portal: the company alone reads its files, branches and endpoints; the probe of the load balancer is the exception.
// client-address: yes
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDirectoryBrowser();
builder.Services.AddIpPolicies(static options =>
{
    options.UseClientAddress<IpPolicies.ClientAddress>();
    options.UseFallbackPolicy<IpPolicies.Office>();
});

var app = builder.Build();

app.UseForwardedHeaders();
app.UseWhen(static context => !context.Request.Path.StartsWithSegments("/healthz"), static company => company.UseIpPolicy<IpPolicies.Office>());
app.UseIpPolicies();
app.UseDefaultFiles();
app.UseStaticFiles();
app.UseDirectoryBrowser("/archive");

app.Map("/reports", Reports.Use);
app.Map("/admin", static admin =>
{
    admin.UseIpPolicy<IpPolicies.Admin>();
    admin.UseFileServer(enableDirectoryBrowsing: true);
});

app.MapGet("/healthz", static () => "healthy").AllowAnyAddress("probed by the load balancer");
app.MapGet("/search", static (string text) => text).RequireIpPolicy<IpPolicies.Office>();

app.Run();

static class Reports
{
    public static void Use(IApplicationBuilder reports)
    {
        reports.UseMiddleware<ReportMiddleware>();
        reports.Run(static context => context.Response.WriteAsync("no such report"));
    }
}

sealed class ReportMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => context.Request.Path == "/daily" ? context.Response.WriteAsync("daily") : next(context);
}
