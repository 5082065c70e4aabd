using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace PolicySdk.Enforcement;

/// <summary>Has every candidate of routing guarded, whether or not a middleware was added.</summary>
internal abstract class EndpointGuardPolicy(EndpointGuard guard) : MatcherPolicy, IEndpointSelectorPolicy
{
    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => true;

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            ref var candidate = ref candidates[i];
            if (candidate.Endpoint is { } endpoint && guard.Guard(endpoint) is var guarded && !ReferenceEquals(guarded, endpoint))
            {
                candidates.ReplaceEndpoint(i, guarded, candidate.Values);
            }
        }

        return Task.CompletedTask;
    }
}

/// <summary>First of all policies: one that chooses an endpoint itself ends the round, and has to find guarded ones.</summary>
internal sealed class GuardBeforeOtherPolicies(EndpointGuard guard) : EndpointGuardPolicy(guard)
{
    public override int Order => int.MinValue;
}

/// <summary>Last of all policies: others bring new endpoints, as pages and dynamic controllers do.</summary>
internal sealed class GuardAfterOtherPolicies(EndpointGuard guard) : EndpointGuardPolicy(guard)
{
    public override int Order => int.MaxValue;
}
