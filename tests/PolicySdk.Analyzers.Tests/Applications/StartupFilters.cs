// The middleware is added by a start-up filter, the endpoints by another: nothing of it is in Program.cs.
using Filters;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
builder.Services.AddTransient<IStartupFilter, PolicyStartupFilter>();
builder.Services.AddTransient<IStartupFilter, DiagnosticsStartupFilter>();

var app = builder.Build();
app.MapGet("/", () => "home").RequireIpPolicy<IpPolicies.Office>();
app.Run();

//// file: PolicyStartupFilter.cs
namespace Filters;

internal sealed class PolicyStartupFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseForwardedHeaders();
        app.UseRouting();
        app.UseIpPolicies();
        next(app);
    };
}

internal sealed class DiagnosticsStartupFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next)
    {
        return builder =>
        {
            next(builder);
            builder.UseEndpoints(endpoints =>
            {
                endpoints.MapGet("/diagnostics", () => "fine").RequireIpPolicy<IpPolicies.Admin>();
            });
        };
    }
}
