// Two applications in one process: the public one, and one for operations on another port.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
builder.WebHost.UseUrls("http://*:8080");
var app = builder.Build();
app.UseIpPolicies();
app.MapGet("/", () => "public").RequireIpPolicy<IpPolicies.PartnerApi>();

var management = CreateManagement(args);

await Task.WhenAll(app.RunAsync(), management.RunAsync());

static WebApplication CreateManagement(string[] args)
{
    var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { Args = args });
    builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:9090");
    builder.Services.AddRoutingCore();
    builder.Services.AddIpPolicies(options => options.StatusCode = StatusCodes.Status404NotFound);
    var app = builder.Build();
    app.UseRouting();
    app.UseIpPolicies();
    app.MapGet("/threads", () => ThreadPool.ThreadCount).RequireIpPolicy<IpPolicies.Admin>();
    app.MapPost("/collect", () => GC.Collect()).RequireIpPolicy<IpPolicies.Admin>().RequireHost("*:9090");
    return app;
}
