// Each step of the pipeline is a method of its own: no body shows the order, and the whole of it is right.
// client-address: yes
using Pipeline;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPolicies();
builder.Services.AddAuthorization();
var app = builder.Build();
app.UseProxy().UsePolicies().UseUsers();
app.MapGet("/", (HttpContext context) => context.Connection.RemoteIpAddress is { } address ? $"{address}" : "nobody").RequireIpPolicy<IpPolicies.Office>();
app.Run();

//// file: PipelineExtensions.cs
namespace Pipeline;

internal static class PipelineExtensions
{
    public static IServiceCollection AddPolicies(this IServiceCollection services)
    {
        services.AddIpPolicies(options => options.UseClientAddress<IpPolicies.ClientAddress>());
        return services;
    }

    public static WebApplication UsePolicies(this WebApplication app)
    {
        app.UseIpPolicies();
        return app;
    }

    public static WebApplication UseProxy(this WebApplication app)
    {
        app.UseForwardedHeaders();
        return app;
    }

    public static WebApplication UseUsers(this WebApplication app)
    {
        app.UseAuthorization();
        return app;
    }
}
