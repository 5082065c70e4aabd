// A Program class with an async Main, spread over partial files, with instance state.
namespace Portal;

public sealed partial class Program
{
    private readonly WebApplication _app;

    private Program(WebApplication app) => _app = app;

    public static async Task<int> Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = "Portal" });
        ConfigureServices(builder.Services);
        var app = builder.Build();
        var program = new Program(app);
        program.ConfigurePipeline();
        program.MapEndpoints();
        await app.RunAsync();
        return 0;
    }
}

//// file: Program.Services.cs
namespace Portal;

public sealed partial class Program
{
    private static void ConfigureServices(IServiceCollection services)
    {
        services.AddIpPolicies();
        services.AddHealthChecks();
    }

    private void ConfigurePipeline() => _app.UseIpPolicies();
}

//// file: Program.Endpoints.cs
namespace Portal;

public sealed partial class Program
{
    private RouteGroupBuilder Api => field ??= _app.MapGroup("/api").RequireIpPolicy<IpPolicies.PartnerApi>();

    private void MapEndpoints()
    {
        Api.MapGet("/portal", Portal);
        Api.MapGroup("/users").MapGet("/", () => Array.Empty<string>());
        _app.MapHealthChecks("/healthz").AllowAnyAddress("probed by the load balancer");
        MapAdmin(_app);
    }

    private static void MapAdmin(WebApplication app) =>
        app.MapDelete("/cache", () => Results.NoContent()).RequireIpPolicy<IpPolicies.Admin>();

    private static string Portal() => "portal";
}
