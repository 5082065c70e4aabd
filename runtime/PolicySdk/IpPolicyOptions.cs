using Microsoft.AspNetCore.Http;

namespace PolicySdk;

/// <summary>How policies are enforced in this application.</summary>
public sealed class IpPolicyOptions
{
    private Func<IpPolicy>? _fallback;
    private Func<IpClientAddress>? _clientAddress;

    /// <summary>
    /// Tells which client makes a request, null where nobody is known. Called at most once per request, after authentication, and
    /// only for policies that have lists for clients; once more by each <c>UseIpPolicy</c> with such a policy that the request comes by,
    /// wherever it stands. When it throws, the request is refused.
    /// </summary>
    public Func<HttpContext, string?>? ClientId { get; set; }

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
    /// everybody in whose address nothing read from the header: prefer <see cref="AllowAnyAddressAttribute"/> for what proxies probe.
    /// </summary>
    public bool AllowRequestsFromTrustedProxies { get; set; }

    /// <summary>The status code of a refusal, from 400 to 499; 401 by default. Another number makes the application refuse to start.</summary>
    public int StatusCode { get; set; } = StatusCodes.Status401Unauthorized;

    /// <summary>
    /// Called for each refused request before it is answered; may write another answer. Whatever it does, the endpoint does not run,
    /// and where it writes nothing, or throws, the usual refusal is sent.
    /// </summary>
    public Func<IpPolicyRejectedContext, ValueTask>? OnRejected { get; set; }

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
    /// is not the address: scheme, host and prefix. It has no say in options that are given to <c>UseForwardedHeaders(options)</c>. That
    /// middleware believes a peer that has no address, so do not listen on a Unix socket that others than the proxy can write to. It is
    /// set up once: a change of the proxies by hot reload reaches it with the next start.
    /// </remarks>
    /// <typeparam name="TClientAddress">The generated <c>IpPolicies.ClientAddress</c>.</typeparam>
    public void UseClientAddress<TClientAddress>()
        where TClientAddress : IpClientAddress, new() => _clientAddress = IpPolicyCache.GetClientAddress<TClientAddress>;

    /// <summary>The fallback policy in the shape of endpoint metadata.</summary>
    private sealed class Fallback(Func<IpPolicy> policy) : RequireIpPolicyAttribute
    {
        public override IpPolicy Policy => policy();
    }
}
