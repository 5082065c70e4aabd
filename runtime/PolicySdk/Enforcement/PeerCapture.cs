using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PolicySdk.Diagnostics;

namespace PolicySdk.Enforcement;

/// <summary>Keeps who connected before anything else in the pipeline can put another address in its place.</summary>
internal sealed class PeerCapture(BelievedProxies proxies, DecisionRecorder recorder) : IStartupFilter
{
    /// <summary>Adds it in front of all others: the host's own filter reads forwarded headers.</summary>
    internal static void AddFirst(IServiceCollection services)
    {
        if (!services.Any(static service => service.ImplementationType == typeof(PeerCapture)))
        {
            services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, PeerCapture>());
        }
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next)
    {
        proxies.ThrowIfUnsafe();
        return app =>
        {
            app.Use(following => context =>
            {
                TryKeep(context);
                return following(context);
            });
            next(app);
        };
    }

    private void TryKeep(HttpContext context)
    {
        try
        {
            Peer.Keep(context, proxies.Current);
        }
        catch (Exception exception)
        {
            // A request of which no peer is known is refused where its address counts.
            recorder.RecordFault(exception);
        }
    }
}
