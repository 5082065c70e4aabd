using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PolicySdk.Tests.Orders;

/// <summary>An application that builds its pipeline in a given order.</summary>
internal sealed class OrderedApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _runs;

    private OrderedApp(WebApplication app) => _app = app;

    /// <summary>How often an endpoint's own delegate ran.</summary>
    internal int Runs => _runs;

    internal Uri Url => new(_app.Urls.Single());

    internal static async Task<OrderedApp> StartAsync(PipelineOrder order, Proxy proxy)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        builder.Services.AddRouting();
        builder.Services.AddIpPolicies(static options => options.ClientId = static context => context.User.Identity?.Name);
        builder.Services.AddAuthorization();
        builder.Services.AddTransient<HeaderAuthentication>();
        builder.Services.AddAuthenticationCore(static options =>
        {
            options.AddScheme<HeaderAuthentication>(HeaderAuthentication.Scheme, displayName: null);
            options.DefaultScheme = HeaderAuthentication.Scheme;
        });
        proxy.Add(builder.Services);

        var started = new OrderedApp(builder.Build());
        order.Build(started._app);
        foreach (var target in Target.All)
        {
            target.Map(started._app, started.Run);
        }

        await started._app.StartAsync(TestContext.Current.CancellationToken);
        return started;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private string Run()
    {
        Interlocked.Increment(ref _runs);
        return "ok";
    }
}
