using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Primitives;

namespace PolicySdk.Enforcement;

/// <summary>
/// Follows a header from the peer to the client, as the forwarded headers of ASP.NET Core do: from the end, as long as the last
/// address is a trusted proxy's. Stricter in what it reads as an address: a form that others may read differently is none.
/// </summary>
internal static class ForwardedWalk
{
    /// <summary>Finds the client.</summary>
    /// <param name="peer">Who connected, or null for one without an address, which is believed.</param>
    /// <param name="header">The lines of the header.</param>
    /// <param name="proxies">Who may name the client.</param>
    /// <param name="client">Where the walk ends; null where a peer without address names nobody.</param>
    /// <returns>
    /// Null where that is the client; else why it is not: a trusted proxy is followed by what is no address, or the limit ends the walk on
    /// a proxy that was told of somebody else.
    /// </returns>
    internal static IpPolicyReason? Follow(CallerAddress? peer, StringValues header, IpClientAddress proxies, out CallerAddress? client)
    {
        client = peer;
        var left = proxies.Limit ?? int.MaxValue;
        for (var line = header.Count - 1; line >= 0; line--)
        {
            for (var rest = header[line].AsSpan(); !rest.IsEmpty;)
            {
                var comma = rest.LastIndexOf(',');
                var element = rest[(comma + 1)..].Trim();
                rest = rest[..Math.Max(comma, 0)];
                if (element.IsEmpty)
                {
                    continue;
                }

                if (client is { } last && !proxies.Trusts(last))
                {
                    return null;
                }

                if (left-- == 0)
                {
                    return IpPolicyReason.TrustedProxy;
                }

                if (!TryRead(element, out var next))
                {
                    return IpPolicyReason.MalformedForwardedHeader;
                }

                client = next;
            }
        }

        return null;
    }

    private static bool TryRead(ReadOnlySpan<char> element, out CallerAddress address)
    {
        address = default;
        return IPEndPoint.TryParse(element, out var endpoint)
            && (endpoint.AddressFamily == AddressFamily.InterNetworkV6 || StartsWithDottedQuad(element, endpoint.Address))
            && CallerAddress.TryCreate(endpoint.Address, out address);
    }

    // 010.0.0.1, 0x0a.1 and 167772161 parse as well.
    private static bool StartsWithDottedQuad(ReadOnlySpan<char> element, IPAddress address)
    {
        Span<char> text = stackalloc char["255.255.255.255".Length];
        return address.TryFormat(text, out var length) && element.StartsWith(text[..length])
            && (element.Length == length || element[length] == ':');
    }
}
