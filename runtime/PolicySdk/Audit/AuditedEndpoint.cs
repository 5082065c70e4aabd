using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PolicySdk.Enforcement;

namespace PolicySdk.Audit;

/// <summary>One real endpoint, and what enforcement makes of requests to it.</summary>
/// <param name="Endpoint">The endpoint itself.</param>
/// <param name="Route">The route pattern, with a slash at its start; null for an endpoint that only dynamic routes lead to.</param>
/// <param name="Methods">The HTTP methods; empty where all are served.</param>
/// <param name="DisplayName">By which the events of decisions name it.</param>
/// <param name="State">What becomes of requests.</param>
/// <param name="Policies">All of them must allow.</param>
/// <param name="Reason">Why it is open, where it is.</param>
internal sealed record AuditedEndpoint(
    Endpoint Endpoint, string? Route, IReadOnlyList<string> Methods, string DisplayName, EndpointState State, IReadOnlyList<IpPolicy> Policies, string? Reason)
{
    internal bool IsUnprotected => State is EndpointState.Refused or EndpointState.Unchecked;

    /// <summary>What stays the same when a data source makes its endpoints anew.</summary>
    internal EndpointIdentity Identity => new(Route, MethodText, DisplayName);

    internal string MethodText => string.Join(", ", Methods);

    internal static AuditedEndpoint Of(Endpoint endpoint, EndpointState state, IpPolicyRules effective) => new(
        endpoint,
        (endpoint as RouteEndpoint)?.RoutePattern.RawText is { } pattern ? "/" + pattern.TrimStart('/') : null,
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [],
        endpoint.DisplayName ?? "",
        state,
        Array.ConvertAll(effective.Required.ToArray(), static required => required.Policy),
        effective.Opening?.Reason);
}

/// <summary>What tells endpoints apart when their instances are new.</summary>
internal readonly record struct EndpointIdentity(string? Route, string Methods, string DisplayName);
