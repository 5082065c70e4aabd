using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace PolicySdk.Enforcement;

/// <summary>Who may name the client: the proxies of <c>client-address.yaml</c>, or where it is not used, those that the application set up.</summary>
internal sealed class BelievedProxies(IOptions<IpPolicyOptions> policies, IOptions<ForwardedHeadersOptions> headers)
{
    private readonly Lazy<IpClientAddress?> _ofHeaders = new(
        () => headers.Value.ForwardedHeaders.HasFlag(ForwardedHeaders.XForwardedFor) ? new OfOptions(headers.Value) : null);

    /// <summary>Null where nobody may: the peer is the client.</summary>
    internal IpClientAddress? Current => policies.Value.ClientAddress ?? _ofHeaders.Value;

    /// <summary>Reads the options of forwarded headers, which may have been set up to believe anybody, at start-up.</summary>
    internal void ThrowIfUnsafe() => _ = headers.Value;

    /// <summary>The proxies of <c>ForwardedHeadersOptions</c>.</summary>
    private sealed class OfOptions(ForwardedHeadersOptions options) : IpClientAddress
    {
        public override string HeaderName => options.ForwardedForHeaderName;

        public override int? Limit => options.ForwardLimit;

        protected override string[] CreateTrustedProxies() =>
        [
            .. options.KnownIPNetworks.Select(static network => network.ToString()),
            .. options.KnownProxies.Select(static proxy => new System.Net.IPNetwork(proxy, proxy.GetAddressBytes().Length * 8).ToString()),
        ];
    }
}
