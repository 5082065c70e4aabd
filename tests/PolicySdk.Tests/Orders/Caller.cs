namespace PolicySdk.Tests.Orders;

/// <summary>Somebody who calls.</summary>
/// <param name="ForwardedFor">What the header says, or null.</param>
/// <param name="Client">Who it authenticates as.</param>
/// <param name="From">The address of the connection; null for that of the proxy.</param>
internal sealed record Caller(string? ForwardedFor, string Client = "acme", string? From = null)
{
    private const string Listed = "127.0.0.2";
    private const string Stranger = "127.0.0.77";

    internal static IReadOnlyList<Caller> All { get; } =
    [
        new(null, From: Listed),
        new(null, "zenith", Listed),
        new(Stranger, From: Listed),
        new(null, From: Stranger),
        new(Listed, From: Stranger),
        new(Listed),
        new(Listed, "zenith"),
        new(Stranger),
        new($"{Listed}, {Stranger}"),
        new(ForwardedFor: null),
        new("127.0.0.1"),
    ];

    internal bool IsBehindProxy => From is null;

    internal string Connection(Proxy proxy) => From ?? proxy.Address();

    /// <summary>Whose call it is in truth; null where only a proxy can be named.</summary>
    internal string? Address(Proxy proxy) => IsBehindProxy ? Named(proxy) : From;

    // The header is read from its end, up to the first address that is no proxy's.
    private string? Named(Proxy proxy) => ForwardedFor?.Split(", ")[^1] is { } last && last != proxy.Address() ? last : null;
}
