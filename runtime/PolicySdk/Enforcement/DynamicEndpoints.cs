using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace PolicySdk.Enforcement;

/// <summary>
/// Remembers the policies of dynamic endpoints. MVC replaces those by actions and drops their metadata: a policy on
/// <c>MapFallbackToController()</c> would be ignored.
/// </summary>
internal sealed class RememberDynamicEndpoints : EndpointGuardPolicy
{
    public override int Order => int.MinValue + 1;

    public override bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => ContainsDynamicEndpoints(endpoints);

    internal static bool IsDynamic(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IDynamicEndpointMetadata>() is { IsDynamic: true };

    public override Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var before = new Endpoint?[candidates.Count];
        IpPolicyRules? rules = null;
        for (var i = 0; i < candidates.Count; i++)
        {
            before[i] = candidates[i].Endpoint;
            if (candidates.IsValidCandidate(i) && before[i] is { } endpoint && IsDynamic(endpoint))
            {
                var own = IpPolicyRules.Of(endpoint.Metadata);
                rules = rules?.And(own) ?? own;
            }
        }

        httpContext.Features.Set(rules is null ? null : new DynamicOrigin(before, rules));
        return Task.CompletedTask;
    }
}

/// <summary>Guards the endpoints that dynamic ones led to, by the policies of both.</summary>
internal sealed class GuardDynamicEndpoints(EndpointGuard guard) : EndpointGuardPolicy
{
    public override int Order => int.MaxValue - 1;

    public override bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => ContainsDynamicEndpoints(endpoints);

    public override Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        if (httpContext.Features.Get<DynamicOrigin>() is { } origin)
        {
            Replace(candidates, (guard, origin), static (endpoint, state) =>
                Array.IndexOf(state.origin.Before, endpoint) >= 0 ? endpoint : state.guard.Guard(endpoint, state.origin.Rules));
        }

        return Task.CompletedTask;
    }
}

/// <summary>The candidates before dynamic endpoints were replaced, and what the dynamic ones ask for.</summary>
internal sealed record DynamicOrigin(Endpoint?[] Before, IpPolicyRules Rules);
