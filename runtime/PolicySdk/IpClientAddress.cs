using System.ComponentModel;
using System.Net;

namespace PolicySdk;

/// <summary>
/// The proxies that may name the client, and the header in which they do. The source generator derives <c>IpPolicies.ClientAddress</c>
/// from it for a project's <c>client-address.yaml</c>.
/// </summary>
public abstract class IpClientAddress
{
    private IReadOnlyList<IPNetwork>? _trustedProxies;
    private ProxyRange[]? _ranges;

    /// <summary>The one header that the proxies write: a list of addresses separated by commas, the client's first.</summary>
    public abstract string HeaderName { get; }

    /// <summary>How many proxies may stand in a row; null for as many as are trusted.</summary>
    public abstract int? Limit { get; }

    /// <summary>Whether the file compiled. One with an error trusts nobody, and the application refuses to start with it.</summary>
    public virtual bool IsValid => true;

    /// <summary>The addresses of the proxies, as the fewest prefixes; none where the file has an error.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies =>
        _trustedProxies ??= IsValid ? [.. CreateTrustedProxies().Select(static prefix => IPNetwork.Parse(prefix))] : [];

    /// <summary>The same as numbers.</summary>
    internal ProxyRange[] Ranges => _ranges ??= [.. TrustedProxies.Select(ProxyRange.Of)];

    /// <summary>The prefixes as texts; asked for once.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract string[] CreateTrustedProxies();

    /// <summary>
    /// Whether an address is one of the proxies'. IPv4-mapped IPv6 counts as IPv4, a scope id is dropped, the families never match each
    /// other otherwise; null is none. Allocates nothing.
    /// </summary>
    public bool Trusts(IPAddress? address) => CallerAddress.TryCreate(address, out var caller) && Trusts(caller);

    internal bool Trusts(in CallerAddress caller)
    {
        foreach (var range in Ranges)
        {
            if (range.Contains(caller))
            {
                return true;
            }
        }

        return false;
    }
}
