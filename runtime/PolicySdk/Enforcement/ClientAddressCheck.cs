using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace PolicySdk.Enforcement;

/// <summary>Tells why the address of a request can't be taken for its client's. A request without any is the policy's to refuse.</summary>
internal sealed class ClientAddressCheck(IOptions<IpPolicyOptions> options, BelievedProxies proxies)
{
    /// <summary>Null where the address is the client's.</summary>
    internal IpPolicyReason? FaultOf(HttpContext context)
    {
        // Hot reload may have brought a file with an error in.
        var named = options.Value.ClientAddress;
        if (named is { TrustedProxies.Count: 0 })
        {
            return IpPolicyReason.InvalidPolicy;
        }

        var hasAddress = CallerAddress.TryCreate(context.Connection.RemoteIpAddress, out var address);
        if (hasAddress && address.IsUnspecified)
        {
            return IpPolicyReason.NoAddress;
        }

        var contradiction = options.Value.DangerouslyTrustAnyRemoteIpAddress ? null : Contradiction(context, hasAddress ? address : null);
        return contradiction
            ?? (hasAddress && named is not null && !options.Value.AllowRequestsFromTrustedProxies && named.Trusts(address) ? IpPolicyReason.TrustedProxy : null);
    }

    /// <summary>Compares with what the peer and the header said when the request began.</summary>
    private IpPolicyReason? Contradiction(HttpContext context, CallerAddress? address)
    {
        // A request that began elsewhere than at the start of the pipeline.
        if (!Peer.TryGet(context, out var kept))
        {
            return address is null ? null : IpPolicyReason.UnverifiedAddress;
        }

        // Nobody was named, and nothing changed.
        if (kept.Header.Count == 0 && ReferenceEquals(kept.Address, context.Connection.RemoteIpAddress) && address is not null)
        {
            return null;
        }

        CallerAddress? peer = CallerAddress.TryCreate(kept.Address, out var known) ? known : null;
        if (peer is null && !options.Value.TrustPeersWithoutAddress)
        {
            return address is null ? null : IpPolicyReason.NoAddress;
        }

        var client = peer;
        if (proxies.Current is { } believed && ForwardedWalk.Follow(peer, kept.Header, believed, out client) is { } lost
            && !(lost == IpPolicyReason.TrustedProxy && options.Value.AllowRequestsFromTrustedProxies))
        {
            return lost;
        }

        return address is null || client == address ? null
            : peer == address ? IpPolicyReason.TrustedProxy
            : IpPolicyReason.UnverifiedAddress;
    }
}
