using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace PolicySdk.Enforcement;

/// <summary>Replaces candidates of routing, whether or not a middleware was added.</summary>
internal abstract class EndpointGuardPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    public abstract bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints);

    public abstract Task ApplyAsync(HttpContext httpContext, CandidateSet candidates);

    private protected static Task GuardAll(CandidateSet candidates, EndpointGuard guard)
    {
        Replace(candidates, guard, static (endpoint, guard) => guard.Guard(endpoint));
        return Task.CompletedTask;
    }

    private protected static void Replace<TState>(CandidateSet candidates, TState state, Func<Endpoint, TState, Endpoint> replace)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            ref var candidate = ref candidates[i];
            if (candidate.Endpoint is { } endpoint && replace(endpoint, state) is var replaced && !ReferenceEquals(replaced, endpoint))
            {
                candidates.ReplaceEndpoint(i, replaced, candidate.Values);
            }
        }
    }
}

/// <summary>Guards the candidates of a path on which a request may meet one that is not guarded yet.</summary>
internal abstract class GuardCandidates(EndpointGuard guard, UnguardedCandidates unguarded) : EndpointGuardPolicy
{
    public override bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => unguarded.MayBeAmong(endpoints);

    public override Task ApplyAsync(HttpContext httpContext, CandidateSet candidates) => GuardAll(candidates, guard);
}

/// <summary>Guards first of all: a policy that chooses an endpoint itself ends the round, and has to find guarded ones.</summary>
internal sealed class GuardBeforeOtherPolicies(EndpointGuard guard, UnguardedCandidates unguarded) : GuardCandidates(guard, unguarded)
{
    public override int Order => int.MinValue;
}

/// <summary>Guards last of all: other policies bring new endpoints, as pages and dynamic controllers do.</summary>
internal sealed class GuardAfterOtherPolicies(EndpointGuard guard, UnguardedCandidates unguarded) : GuardCandidates(guard, unguarded)
{
    public override int Order => int.MaxValue;
}
