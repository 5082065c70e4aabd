using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Enforcement;

/// <summary>Keeps who connected before anything else in the pipeline can put another address in its place.</summary>
internal sealed class PeerCapture(BelievedProxies proxies) : IStartupFilter
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
                Peer.Keep(context, proxies.Current);
                return following(context);
            });
            next(app);
        };
    }
}
