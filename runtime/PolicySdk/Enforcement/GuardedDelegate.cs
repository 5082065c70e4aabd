using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Enforcement;

/// <summary>An endpoint's own delegate behind the gate: the decision is taken when it runs, never when it is matched.</summary>
internal sealed class GuardedDelegate
{
    private readonly Lazy<IpPolicyRules> _rules;
    private readonly Lazy<IpPolicyGate?> _gate;
    private volatile Endpoint? _confirmed;

    internal GuardedDelegate(RequestDelegate inner, IpPolicyRules rules, IpPolicyGate gate)
        : this(inner, new Lazy<IpPolicyRules>(rules), new Lazy<IpPolicyGate?>(gate))
    {
    }

    private GuardedDelegate(RequestDelegate inner, Lazy<IpPolicyRules> rules, Lazy<IpPolicyGate?> gate) => (Inner, _rules, _gate) = (inner, rules, gate);

    internal RequestDelegate Inner { get; }

    internal IpPolicyRules Rules => _rules.Value;

    /// <summary>Whether it has its gate, so that no request without services can keep it from it.</summary>
    internal bool IsBound => _gate.Value is not null;

    /// <summary>Guards what a convention builder maps, so that the policy holds even where nobody added the services.</summary>
    internal static void AddTo(IEndpointConventionBuilder builder)
    {
        try
        {
            builder.Finally(Guard);
        }
        catch (NotImplementedException)
        {
            // The default of the interface. What was built before the conventions ran can still be guarded; the rest by the matcher.
            builder.Add(Guard);
        }
    }

    /// <summary>The guard that a delegate is. One of several delegates is none: the others run without it.</summary>
    internal static GuardedDelegate? Of(RequestDelegate? requestDelegate) =>
        requestDelegate is { HasSingleTarget: true, Target: GuardedDelegate guarded } ? guarded : null;

    /// <summary>Remembers that an endpoint needs no other guard. Seldom has more than one endpoint the same delegate, so one is remembered.</summary>
    internal void Confirm(Endpoint endpoint) => _confirmed = endpoint;

    internal static bool IsConfirmed(Endpoint endpoint) => ReferenceEquals(Of(endpoint.RequestDelegate)?._confirmed, endpoint);

    internal Task InvokeAsync(HttpContext context)
    {
        // The services of a request are made when somebody asks for them: not for the gate, where the application's services have it.
        var gate = _gate.Value ?? context.RequestServices.GetService<IpPolicyGate>() ?? throw IpPolicyGate.NotAdded();
        return gate.InvokeAsync(context, Rules, Inner);
    }

    // Conventions of groups follow, so what the endpoint asks for is read when it is needed.
    private static void Guard(EndpointBuilder endpoint)
    {
        if (endpoint.RequestDelegate is { } inner && Of(inner) is null)
        {
            endpoint.RequestDelegate = new GuardedDelegate(
                inner,
                new Lazy<IpPolicyRules>(() => IpPolicyRules.Of([.. endpoint.Metadata])),
                new Lazy<IpPolicyGate?>(endpoint.ApplicationServices.GetService<IpPolicyGate>)).InvokeAsync;
        }
    }
}
