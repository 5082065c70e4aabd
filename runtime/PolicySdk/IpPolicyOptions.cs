using Microsoft.AspNetCore.Http;
using PolicySdk.Enforcement;

namespace PolicySdk;

/// <summary>How policies are enforced in this application.</summary>
public sealed class IpPolicyOptions
{
    private Func<IpPolicy>? _fallback;
    private Func<IpClientAddress>? _clientAddress;

    /// <summary>
    /// Tells which client makes a request: null where it names none, an empty text where it names one that nobody knows. Called at most
    /// once per request, after authentication, only for policies that have lists for clients, and only for addresses that one of their
    /// lists holds, or any while the policy only reports; once more by each <c>UseIpPolicy</c> with such a policy that the request comes by, wherever it stands. When it throws,
    /// the request is refused. Not beside <see cref="ClientIdAsync"/>.
    /// </summary>
    public Func<HttpContext, string?>? ClientId { get; set; }

    /// <summary>
    /// As <see cref="ClientId"/>, for what has to be looked up. When it takes longer than <see cref="ClientIdTimeout"/>, or is canceled, the
    /// request is refused. The token tells both, and that the caller hung up: end with it, the request is over then. One that blocks its
    /// thread can't be ended: its request is refused when it returns.
    /// </summary>
    public Func<HttpContext, CancellationToken, ValueTask<string?>>? ClientIdAsync { get; set; }

    /// <summary>How long <see cref="ClientIdAsync"/> may take; more than nothing and up to a minute, 5 seconds by default.</summary>
    public TimeSpan ClientIdTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The policy of endpoints that have neither a policy nor a reason to be open; null (the default) refuses all requests to them.
    /// </summary>
    public IpPolicy? FallbackPolicy
    {
        get => _fallback?.Invoke();
        set => _fallback = value is null ? null : () => value;
    }

    /// <summary>
    /// Leaves endpoints that have neither a policy nor a reason to be open without any check, instead of refusing all requests to
    /// them. For adopting policies endpoint by endpoint: a forgotten endpoint is then open to the world.
    /// </summary>
    public bool AllowEndpointsWithoutPolicy { get; set; }

    /// <summary>
    /// Stops the application, with an error, when it has started and an endpoint has neither a policy nor a reason to be open, nor
    /// does a fallback policy decide for it; also when it cannot be told, because a data source of endpoints failed. False (the
    /// default) only logs them. Endpoints that are added later never stop the application: they are logged.
    /// </summary>
    public bool StopOnUnprotectedEndpoints { get; set; }

    /// <summary>
    /// Lets policies decide for a caller whose address is a trusted proxy's, instead of refusing it; only with
    /// <see cref="UseClientAddress{TClientAddress}"/>. For proxies that also call on their own account. A list that holds a proxy then lets
    /// everybody in whom the proxy does not name in the header, or names beyond the limit: prefer <see cref="AllowAnyAddressAttribute"/> for what proxies probe.
    /// </summary>
    public bool AllowRequestsFromTrustedProxies { get; set; }

    /// <summary>
    /// Believes what a peer without an address says of the client, as if it were a trusted proxy; only with
    /// <see cref="UseClientAddress{TClientAddress}"/>. For a proxy that writes to a Unix socket to which nobody else can: whoever can
    /// write to the socket names any client. False (the default) refuses such requests (<see cref="IpPolicyReason.NoAddress"/>).
    /// </summary>
    public bool TrustPeersWithoutAddress { get; set; }

    /// <summary>
    /// Lets policies decide by whatever middleware wrote into <c>RemoteIpAddress</c>, and lets an application start that believes
    /// forwarded headers of anybody. Then nothing here keeps a caller from naming the address of another. For addresses that are
    /// checked elsewhere. False (the default) refuses such requests (<see cref="IpPolicyReason.UnverifiedAddress"/>).
    /// </summary>
    public bool DangerouslyTrustAnyRemoteIpAddress { get; set; }

    /// <summary>The status code of a refusal, from 400 to 499; 401 by default. Another number makes the application refuse to start.</summary>
    public int StatusCode { get; set; } = StatusCodes.Status401Unauthorized;

    /// <summary>
    /// Called for each refused request before it is answered; may write another answer, or redirect. Whatever it does, the endpoint does
    /// not run, and where it writes nothing, or throws, the usual refusal is sent.
    /// </summary>
    public Func<IpPolicyRejectedContext, ValueTask>? OnRejected { get; set; }

    /// <summary>
    /// Gives a refused request a reference to quote, beside the trace id: it stands in the answer, in the log and in
    /// <see cref="IIpPolicyRejections"/>, cut after 64 characters. Null (the default), or an empty text, gives none.
    /// </summary>
    public Func<HttpContext, string?>? ReferenceId { get; set; }

    /// <summary>How much of callers' addresses logs and <see cref="IIpPolicyRejections"/> keep; all by default.</summary>
    public IpPolicyAddressDetail AddressDetail { get; set; }

    /// <summary>How many refused requests <see cref="IIpPolicyRejections"/> keeps, from none to 10,000; 100 by default.</summary>
    public int RejectionsKept { get; set; } = 100;

    /// <summary>
    /// Ends connections that outlive what allowed them: WebSockets, SignalR, gRPC calls and server-sent events (asked for by
    /// <c>Accept: text/event-stream</c>) of which the address is no longer allowed, because an entry expired or a list was changed by hot reload. True by default.
    /// </summary>
    public bool AbortConnectionsNoLongerAllowed { get; set; } = true;

    /// <summary>How often open connections are looked at, from a second to an hour; 30 seconds by default.</summary>
    public TimeSpan ConnectionCheckInterval { get; set; } = TimeSpan.FromSeconds(30);

    internal IpClientAddress? ClientAddress => _clientAddress?.Invoke();

    internal RequireIpPolicyAttribute? FallbackRequirement => _fallback is null ? null : new Fallback(_fallback);

    /// <summary>Sets <see cref="FallbackPolicy"/> by type.</summary>
    /// <typeparam name="TPolicy">A generated policy: <c>IpPolicies.Office</c>.</typeparam>
    public void UseFallbackPolicy<TPolicy>()
        where TPolicy : IpPolicy, new() => _fallback = IpPolicy.Of<TPolicy>;

    /// <summary>
    /// Takes the client's address from the header that trusted proxies write. Call <c>app.UseForwardedHeaders()</c>, without options of
    /// its own, before <c>app.UseIpPolicies()</c>: it reads the header, and this sets it up. A caller whose address is a trusted proxy's
    /// even so is refused (<see cref="IpPolicyReason.TrustedProxy"/>), unless the endpoint is open to any address.
    /// </summary>
    /// <remarks>
    /// Of <c>ForwardedHeadersOptions</c> it sets the header, the limit and the proxies, whatever else sets them, and turns off all that
    /// is not the address: scheme, host and prefix. It has no say in options that are given to <c>UseForwardedHeaders(options)</c>; what
    /// those believe beyond it is refused (<see cref="IpPolicyReason.UnverifiedAddress"/>), as is a peer that has no address, unless
    /// <see cref="TrustPeersWithoutAddress"/> says otherwise. The middleware is set up once: a change of the proxies by hot reload reaches
    /// it with the next start.
    /// </remarks>
    /// <typeparam name="TClientAddress">The generated <c>IpPolicies.ClientAddress</c>.</typeparam>
    public void UseClientAddress<TClientAddress>()
        where TClientAddress : IpClientAddress, new() => _clientAddress = IpPolicyCache.Get<TClientAddress>;

    /// <summary>
    /// Takes the client from a claim of the authenticated caller. A caller with two different claims of the type is one that nobody
    /// knows. Sets <see cref="ClientId"/>.
    /// </summary>
    /// <param name="claimType">The type of the claim: <c>client_id</c> (RFC 8693 4.3), <c>azp</c> (OpenID Connect Core 2).</param>
    public void UseClientClaim(string claimType)
    {
        ArgumentException.ThrowIfNullOrEmpty(claimType);
        ClientId = new ClaimSelector(claimType).Select;
    }

    /// <summary>
    /// Takes the client from an API key in a header. Keys are random texts of at least 128 bits; their SHA-256 is compared in constant
    /// time. A key that nobody has, or two of them, name a client that nobody knows. Sets <see cref="ClientId"/>.
    /// </summary>
    /// <param name="headerName">The header: <c>X-Api-Key</c>.</param>
    /// <param name="hashes">The SHA-256 of the UTF-8 bytes of each client's key, as 64 hexadecimal digits, by the id of the client.</param>
    /// <exception cref="ArgumentException">A hash is none, a client has no id, or two clients have one key.</exception>
    public void UseClientApiKeys(string headerName, IEnumerable<KeyValuePair<string, string>> hashes)
    {
        ArgumentException.ThrowIfNullOrEmpty(headerName);
        ArgumentNullException.ThrowIfNull(hashes);
        ClientId = new ApiKeySelector(headerName, hashes).Select;
    }

    /// <summary>The fallback policy in the shape of endpoint metadata.</summary>
    private sealed class Fallback(Func<IpPolicy> policy) : RequireIpPolicyAttribute
    {
        public override IpPolicy Policy => policy();
    }
}
