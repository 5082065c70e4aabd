using Microsoft.AspNetCore.Routing;
using PolicySdk;
using PolicySdk.Enforcement;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Ties endpoints to policies.</summary>
/// <remarks>
/// C# infers either all type arguments of a call or none, so <c>RequireIpPolicy</c> has an overload for each builder that calls which
/// not every builder has are chained to.
/// </remarks>
public static class IpPolicyEndpointConventionBuilderExtensions
{
    /// <summary>
    /// Lets only addresses call that the policy allows. Where several policies are required, by groups or attributes, all must allow.
    /// Holds with and without <c>UseIpPolicies()</c>; without <c>AddIpPolicies()</c> each request throws.
    /// </summary>
    /// <typeparam name="TPolicy">A generated policy: <c>IpPolicies.PartnerApi</c>.</typeparam>
    /// <param name="builder">What was mapped: an endpoint, a hub, health checks.</param>
    public static IEndpointConventionBuilder RequireIpPolicy<TPolicy>(this IEndpointConventionBuilder builder)
        where TPolicy : IpPolicy, new() => Require<IEndpointConventionBuilder, TPolicy>(builder);

    /// <inheritdoc cref="RequireIpPolicy{TPolicy}(IEndpointConventionBuilder)" />
    /// <param name="builder">The endpoint.</param>
    public static RouteHandlerBuilder RequireIpPolicy<TPolicy>(this RouteHandlerBuilder builder)
        where TPolicy : IpPolicy, new() => Require<RouteHandlerBuilder, TPolicy>(builder);

    /// <inheritdoc cref="RequireIpPolicy{TPolicy}(IEndpointConventionBuilder)" />
    /// <param name="builder">The group, with all that is mapped in it, before and after this call.</param>
    public static RouteGroupBuilder RequireIpPolicy<TPolicy>(this RouteGroupBuilder builder)
        where TPolicy : IpPolicy, new() => Require<RouteGroupBuilder, TPolicy>(builder);

    /// <inheritdoc cref="RequireIpPolicy{TPolicy}(IEndpointConventionBuilder)" />
    /// <param name="builder">The controllers. The attributes of a controller or an action are nearer than this.</param>
    public static ControllerActionEndpointConventionBuilder RequireIpPolicy<TPolicy>(this ControllerActionEndpointConventionBuilder builder)
        where TPolicy : IpPolicy, new() => Require<ControllerActionEndpointConventionBuilder, TPolicy>(builder);

    /// <inheritdoc cref="RequireIpPolicy{TPolicy}(IEndpointConventionBuilder)" />
    /// <param name="builder">The pages. The attributes of a page are nearer than this.</param>
    public static PageActionEndpointConventionBuilder RequireIpPolicy<TPolicy>(this PageActionEndpointConventionBuilder builder)
        where TPolicy : IpPolicy, new() => Require<PageActionEndpointConventionBuilder, TPolicy>(builder);

    /// <inheritdoc cref="RequireIpPolicy{TPolicy}(IEndpointConventionBuilder)" />
    /// <param name="builder">The components. The attributes of a component are nearer than this.</param>
    public static RazorComponentsEndpointConventionBuilder RequireIpPolicy<TPolicy>(this RazorComponentsEndpointConventionBuilder builder)
        where TPolicy : IpPolicy, new() => Require<RazorComponentsEndpointConventionBuilder, TPolicy>(builder);

    /// <summary>
    /// Lets any address call: discards the policies that lie farther away, on a group or, for a lambda, in its attributes. A policy
    /// that is nearer still counts, as the attributes of a controller, page, component, hub or gRPC service are.
    /// </summary>
    /// <param name="builder">What was mapped.</param>
    /// <param name="reason">Why it may be open, for whoever reviews it: <c>probed by the load balancer</c>.</param>
    /// <exception cref="ArgumentException">The reason is empty or white space.</exception>
    public static TBuilder AllowAnyAddress<TBuilder>(this TBuilder builder, string reason)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        var opening = new AllowAnyAddressAttribute(reason) { IsChained = true };
        builder.Add(endpoint => endpoint.Metadata.Add(opening));
        return builder;
    }

    private static TBuilder Require<TBuilder, TPolicy>(TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
        where TPolicy : IpPolicy, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Add(static endpoint => endpoint.Metadata.Add(new RequireIpPolicyAttribute<TPolicy> { IsChained = true }));
        GuardedDelegate.AddTo(builder);
        return builder;
    }
}
