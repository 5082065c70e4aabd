// As GuardedFiles, but the guard came late: what stands before it, and the branch of somebody else, are open.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddIpPolicies();

var app = builder.Build();

app.UseStaticFiles(); //!! PSDK6006 UseStaticFiles
app.Map("/reports", Reports.Use);
app.UseIpPolicy<IpPolicies.Office>();
app.UseForwardedHeaders(); //!! PSDK7004 UseForwardedHeaders
app.UseIpPolicies();
app.UseHealthChecks("/health");

app.Map("/admin", static admin =>
{
    admin.UseDirectoryBrowser();
    admin.UseIpPolicy<IpPolicies.Admin>();
});

app.MapGet("/search", static (string text) => text).RequireIpPolicy<IpPolicies.Office>();

app.Run();

static class Reports
{
    public static void Use(IApplicationBuilder reports) => reports.Run(static context => context.Response.WriteAsync("no such report")); //!! PSDK6006 Run
}
