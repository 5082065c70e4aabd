using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Enforcement;

/// <summary>
/// Tells whether a request may meet an endpoint that is not guarded yet. Where it can't, the matcher has nothing to replace, and routing takes
/// its way for a path without policies of matching, on which it allocates nothing.
/// </summary>
/// <param name="guard">Leaves a guarded endpoint as it is.</param>
/// <param name="services">The application's services: the policies of matching are among them, and can't be asked for before they are made.</param>
internal sealed class UnguardedCandidates(EndpointGuard guard, IServiceProvider services)
{
    internal bool MayBeAmong(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Any(endpoint => !ReferenceEquals(guard.Guard(endpoint), endpoint)) || MayBeReplaced(endpoints);

    // Any other policy may bring endpoints that nobody has seen.
    private bool MayBeReplaced(IReadOnlyList<Endpoint> endpoints) => services.GetServices<MatcherPolicy>()
        .Any(policy => policy is not EndpointGuardPolicy and IEndpointSelectorPolicy other && other.AppliesToEndpoints(endpoints));
}
