// The endpoint itself is a property or comes back from methods of a type that describes it; conventions are put on where it is mapped.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

var status = new StatusEndpoints(app);
status.Ping.RequireIpPolicy<IpPolicies.Office>();
status.MapDetails("/details").WithSummary("Details").RequireIpPolicy<IpPolicies.Admin>();

app.Run();

sealed class StatusEndpoints
{
    private readonly WebApplication _app;

    public StatusEndpoints(WebApplication app)
    {
        _app = app;
        Ping = app.MapGet("/ping", () => "pong"); //!! PSDK6004 MapGet
    }

    public RouteHandlerBuilder Ping { get; }

    public RouteHandlerBuilder MapDetails(string path)
    {
        var endpoint = _app.MapGet(path, () => "details");
        endpoint.WithName("Details");
        return endpoint;
    }
}
