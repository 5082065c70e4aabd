using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Testing.Tests;

/// <summary>The application of these tests, in production.</summary>
internal sealed class AppFactory(Action<IEndpointRouteBuilder>? more = null, Action<IServiceCollection>? services = null, bool withoutMiddleware = false) : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseEnvironment("Production").UseSetting("WithoutMiddleware", withoutMiddleware.ToString()).ConfigureServices(all =>
    {
        all.AddSingleton<IStartupFilter>(new MoreEndpoints(more));
        services?.Invoke(all);
    });

    /// <summary>Endpoints that a change of the application would add.</summary>
    private sealed class MoreEndpoints(Action<IEndpointRouteBuilder>? more) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.UseEndpoints(endpoints => more?.Invoke(endpoints));
        };
    }
}
