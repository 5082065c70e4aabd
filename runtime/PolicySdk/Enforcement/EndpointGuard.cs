using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PolicySdk.Enforcement;

/// <summary>Turns endpoints into guarded ones that differ in nothing but their delegate.</summary>
internal sealed class EndpointGuard(IpPolicyGate gate)
{
    private readonly ConditionalWeakTable<Endpoint, Endpoint> _guarded = [];

    internal Endpoint Guard(Endpoint endpoint) =>
        _guarded.TryGetValue(endpoint, out var guarded) ? guarded : _guarded.GetValue(endpoint, Create);

    /// <summary>Guards an endpoint that another one led to, whose policies lie farther away.</summary>
    internal Endpoint Guard(Endpoint endpoint, IpPolicyRules farther)
    {
        var guarded = Create(endpoint, IpPolicyRules.Of(endpoint.Metadata, farther));
        _guarded.AddOrUpdate(guarded, guarded);
        return guarded;
    }

    private Endpoint Create(Endpoint endpoint) => Create(endpoint, IpPolicyRules.Of(endpoint.Metadata));

    private Endpoint Create(Endpoint endpoint, IpPolicyRules rules)
    {
        if (gate.StateOf(rules) == EndpointState.Unchecked || (rules.IsSilent && IsAnswerOfRouting(endpoint)))
        {
            return endpoint;
        }

        if (rules.IsOpen && endpoint.RequestDelegate is null)
        {
            // Some middleware answers, whoever calls.
            return endpoint;
        }

        var own = GuardedDelegate.Of(endpoint.RequestDelegate);
        if (own?.Rules.Same(rules) == true)
        {
            return endpoint;
        }

        // A guard of its own decides by its metadata, which these rules include.
        var inner = own?.Rules.Same(IpPolicyRules.Of(endpoint.Metadata)) == true ? own.Inner : endpoint.RequestDelegate;
        return Replace(endpoint, new GuardedDelegate(inner ?? RefuseToGuess, rules, gate).InvokeAsync);
    }

    private static Endpoint Replace(Endpoint endpoint, RequestDelegate guarded) => endpoint is RouteEndpoint route
        ? new RouteEndpoint(guarded, route.RoutePattern, route.Order, route.Metadata, route.DisplayName)
        : new Endpoint(guarded, endpoint.Metadata, endpoint.DisplayName);

    /// <summary>Whether routing made the endpoint itself, to answer 405, 406 or 415.</summary>
    private static bool IsAnswerOfRouting(Endpoint endpoint) =>
        endpoint is not RouteEndpoint
        && endpoint.Metadata.Count == 0
        && endpoint.RequestDelegate?.Target?.GetType().Assembly == typeof(MatcherPolicy).Assembly;

    // What runs for an endpoint without a delegate is some middleware behind routing, which cannot be reached from here.
    private static Task RefuseToGuess(HttpContext context) => throw new InvalidOperationException(
        $"The endpoint '{context.GetEndpoint()?.DisplayName}' has no request delegate, so no IP policy can stand in front of what answers it. "
        + "Give it a delegate, or open it with AllowAnyAddress(reason).");
}
