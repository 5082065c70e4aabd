// Plugins provide routes through an interface; the builder is the application, and one plugin knows nothing of policies.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();

IPlugin[] plugins = [new MetricsPlugin(), new ImportPlugin()];
Array.ForEach(plugins, plugin => Console.WriteLine(plugin.Name));

foreach (var plugin in plugins)
{
    plugin.Map(app);
}

app.Run();

interface IPlugin
{
    string Name { get; }

    void Map(IEndpointRouteBuilder endpoints);
}

sealed class MetricsPlugin : IPlugin
{
    public string Name => "metrics";

    public void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/metrics", () => "requests 1").RequireIpPolicy<IpPolicies.Office>();
}

sealed class ImportPlugin : IPlugin
{
    public string Name => "import";

    void IPlugin.Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/import", () => Results.Accepted()); //!! PSDK6001 MapPost
    }
}
