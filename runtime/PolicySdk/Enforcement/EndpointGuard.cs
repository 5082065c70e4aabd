using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PolicySdk.Enforcement;

/// <summary>Turns endpoints into guarded ones that differ in nothing but their delegate.</summary>
internal sealed class EndpointGuard(IpPolicyGate gate)
{
    private readonly ConditionalWeakTable<Endpoint, Endpoint> _guarded = [];

    internal Endpoint Guard(Endpoint endpoint)
    {
        try
        {
            return GuardedDelegate.IsConfirmed(endpoint) ? endpoint
                : _guarded.TryGetValue(endpoint, out var guarded) ? guarded
                : _guarded.GetValue(endpoint, Create);
        }
        catch (Exception exception)
        {
            return Refuse(endpoint, exception);
        }
    }

    /// <summary>Guards an endpoint that another one led to, whose policies lie farther away.</summary>
    internal Endpoint Guard(Endpoint endpoint, IpPolicyRules farther)
    {
        try
        {
            var guarded = Create(endpoint, IpPolicyRules.Of(endpoint.Metadata, farther));
            // What needs no guard now needs none later, whatever its metadata says without what lies farther away.
            _guarded.AddOrUpdate(guarded, guarded);
            return guarded;
        }
        catch (Exception exception)
        {
            return Refuse(endpoint, exception);
        }
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
        if (own is { IsBound: true } && own.Rules.Same(rules))
        {
            own.Confirm(endpoint);
            return endpoint;
        }

        // A guard of its own decides by its metadata, which these rules include.
        var inner = own?.Rules.Same(IpPolicyRules.Of(endpoint.Metadata)) == true ? own.Inner : endpoint.RequestDelegate;
        var guard = new GuardedDelegate(inner ?? RefuseToGuess, rules, gate);
        var guarded = Replace(endpoint, guard.InvokeAsync);
        guard.Confirm(guarded);
        return guarded;
    }

    /// <summary>What nobody can tell the rules of refuses this request; the next one asks again.</summary>
    private Endpoint Refuse(Endpoint endpoint, Exception exception) => Replace(endpoint, context => gate.RefuseAsync(context, exception));

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
