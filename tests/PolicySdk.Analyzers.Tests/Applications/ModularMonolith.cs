// Modules with a registration and a mapping method, kept in a static list between the two; the list is mapped on one group.
var builder = WebApplication.CreateBuilder(args);
builder.RegisterModules();
builder.Services.AddIpPolicies();

var app = builder.Build();
app.UseIpPolicies();
app.MapEndpoints();
app.Run();

//// file: Modules/ModuleExtensions.cs
public interface IModule
{
    IServiceCollection RegisterModule(IServiceCollection services, IConfiguration configuration);

    IEndpointRouteBuilder MapEndpoints(IEndpointRouteBuilder endpoints);
}

public static class ModuleExtensions
{
    private static readonly List<IModule> RegisteredModules = [];

    public static WebApplicationBuilder RegisterModules(this WebApplicationBuilder builder)
    {
        foreach (var module in DiscoverModules())
        {
            module.RegisterModule(builder.Services, builder.Configuration);
            RegisteredModules.Add(module);
        }

        return builder;
    }

    public static WebApplication MapEndpoints(this WebApplication app)
    {
        var modules = app.MapGroup("/api").RequireIpPolicy<IpPolicies.PartnerApi>();
        foreach (var module in RegisteredModules)
        {
            module.MapEndpoints(modules);
        }

        return app;
    }

    private static IEnumerable<IModule> DiscoverModules() => typeof(IModule).Assembly
        .GetTypes()
        .Where(p => p.IsClass && !p.IsAbstract && p.IsAssignableTo(typeof(IModule)))
        .Select(Activator.CreateInstance)
        .Cast<IModule>();
}

//// file: Modules/Orders/OrdersModule.cs
public abstract class ModuleBase : IModule
{
    protected abstract string Prefix { get; }

    public virtual IServiceCollection RegisterModule(IServiceCollection services, IConfiguration configuration) => services;

    public IEndpointRouteBuilder MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup(Prefix).WithTags(Prefix);
        Map(group);
        return endpoints;
    }

    protected abstract void Map(RouteGroupBuilder group);
}

public sealed class OrdersModule : ModuleBase
{
    protected override string Prefix => "orders";

    protected override void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", () => Array.Empty<int>());
        group.MapPost("/", (IConfiguration configuration) => Results.Created());
    }
}

public sealed class CustomersModule : IModule
{
    public IServiceCollection RegisterModule(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        return services;
    }

    public IEndpointRouteBuilder MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/customers", () => Array.Empty<string>()).WithName("Customers");
        return endpoints;
    }
}
