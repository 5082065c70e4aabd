using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace PolicySdk.Enforcement;

/// <summary>Who connected, and what a believed proxy said of the client, as they were before any middleware ran.</summary>
/// <param name="Address">The peer's address, or null where it has none.</param>
/// <param name="Header">The lines of the proxies' header; none where the peer is not believed.</param>
internal sealed record Peer(IPAddress? Address, StringValues Header)
{
    /// <summary>Reads the peer of a request that begins.</summary>
    internal static Peer Of(HttpContext context, IpClientAddress? proxies)
    {
        var address = context.Connection.RemoteIpAddress;
        var isBelieved = proxies is not null && (address is null || proxies.Trusts(address));
        return new(address, isBelieved ? context.Request.Headers[proxies!.HeaderName] : default);
    }
}
