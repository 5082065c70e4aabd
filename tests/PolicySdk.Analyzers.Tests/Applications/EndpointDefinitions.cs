// Endpoint definitions that are found when services are added, kept there as a collection, and asked for the endpoints afterwards.
using Definitions;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddEndpointDefinitions(typeof(Program), typeof(CustomerEndpointDefinition));
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();
app.UseEndpointDefinitions();
app.Run();

//// file: IEndpointDefinition.cs
namespace Definitions;

public interface IEndpointDefinition
{
    void DefineServices(IServiceCollection services);

    void DefineEndpoints(WebApplication app);
}

public static class EndpointDefinitionExtensions
{
    public static void AddEndpointDefinitions(this IServiceCollection services, params Type[] scanMarkers)
    {
        var endpointDefinitions = new List<IEndpointDefinition>();

        foreach (var marker in scanMarkers)
        {
            endpointDefinitions.AddRange(
                marker.Assembly.ExportedTypes
                    .Where(x => typeof(IEndpointDefinition).IsAssignableFrom(x) && x is { IsInterface: false, IsAbstract: false })
                    .Select(Activator.CreateInstance).Cast<IEndpointDefinition>());
        }

        foreach (var endpointDefinition in endpointDefinitions)
        {
            endpointDefinition.DefineServices(services);
        }

        services.AddSingleton(endpointDefinitions as IReadOnlyCollection<IEndpointDefinition>);
    }

    public static void UseEndpointDefinitions(this WebApplication app)
    {
        var definitions = app.Services.GetRequiredService<IReadOnlyCollection<IEndpointDefinition>>();
        foreach (var endpointDefinition in definitions)
        {
            endpointDefinition.DefineEndpoints(app);
        }
    }
}

//// file: CustomerEndpointDefinition.cs
namespace Definitions;

public class CustomerEndpointDefinition : IEndpointDefinition
{
    public void DefineEndpoints(WebApplication app)
    {
        app.MapGet("/customers", GetAllCustomers).RequireIpPolicy<IpPolicies.PartnerApi>();
        app.MapPost("/customers", CreateCustomer).RequireIpPolicy<IpPolicies.PartnerApi>();
    }

    public void DefineServices(IServiceCollection services) => services.AddSingleton(TimeProvider.System);

    internal List<string> GetAllCustomers(TimeProvider clock) => [];

    [RequireIpPolicy<IpPolicies.Office>]
    internal IResult CreateCustomer(string name) => Results.Created();
}

public abstract class HealthDefinitionBase : IEndpointDefinition
{
    public virtual void DefineServices(IServiceCollection services) => services.AddHealthChecks();

    public virtual void DefineEndpoints(WebApplication app) => app.MapHealthChecks("/healthz").AllowAnyAddress("probed by the platform");
}

public class HealthDefinition : HealthDefinitionBase
{
    public override void DefineEndpoints(WebApplication app)
    {
        base.DefineEndpoints(app);
        app.MapHealthChecks("/ready").AllowAnyAddress("probed by the platform");
    }
}
