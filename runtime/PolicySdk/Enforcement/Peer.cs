using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace PolicySdk.Enforcement;

/// <summary>Who connected, and what a believed proxy said of the client, as they were before any middleware ran.</summary>
/// <param name="Address">The peer's address, or null where it has none.</param>
/// <param name="Header">The lines of the proxies' header; none where the peer is not believed.</param>
internal readonly record struct Peer(IPAddress? Address, StringValues Header)
{
    private static readonly object Nameless = new();

    /// <summary>Keeps the peer of a request that begins. Allocates only where a proxy says something: the address itself is what is kept.</summary>
    internal static void Keep(HttpContext context, IpClientAddress? proxies)
    {
        var address = context.Connection.RemoteIpAddress;
        var isBelieved = proxies is not null && (address is null || proxies.Trusts(address));
        var header = isBelieved ? context.Request.Headers[proxies!.HeaderName] : default;
        context.Features[typeof(Peer)] = header.Count > 0 ? new Peer(address, header) : address ?? Nameless;
    }

    /// <summary>Reads what was kept; false where nothing was.</summary>
    internal static bool TryGet(HttpContext context, out Peer peer)
    {
        var kept = context.Features[typeof(Peer)];
        peer = kept as Peer? ?? new(kept as IPAddress, default);
        return kept is not null;
    }
}
