using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests.Orders;

/// <summary>How an application comes to know whom a proxy calls for.</summary>
public enum Proxy
{
    /// <summary>By <c>UseClientAddress</c>; its address is in the lists of the policies as well.</summary>
    Named,

    /// <summary>By options of ASP.NET Core that are set by hand, without <c>UseClientAddress</c>.</summary>
    ByHand,
}

/// <summary>Sets proxies up.</summary>
internal static class Proxies
{
    internal static string Address(this Proxy proxy) => proxy == Proxy.Named ? "127.0.0.1" : "127.0.0.100";

    internal static void Add(this Proxy proxy, IServiceCollection services)
    {
        if (proxy == Proxy.Named)
        {
            services.Configure<IpPolicyOptions>(static options => options.UseClientAddress<TestClientAddresses.Loopback>());
        }
        else
        {
            services.Configure<ForwardedHeadersOptions>(static options =>
            {
                options.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
                options.KnownIPNetworks.Clear();
                options.KnownProxies.Clear();
                options.KnownProxies.Add(IPAddress.Parse(Proxy.ByHand.Address()));
            });
        }
    }
}
