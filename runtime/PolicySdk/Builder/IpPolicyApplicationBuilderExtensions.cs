using Microsoft.Extensions.DependencyInjection;
using PolicySdk;
using PolicySdk.Enforcement;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Makes enforcement early, and brings it to what is no endpoint.</summary>
public static class IpPolicyApplicationBuilderExtensions
{
    /// <summary>
    /// Refuses addresses that no list of the endpoint's policies could ever allow before any costly work. Place it after
    /// <c>UseForwardedHeaders()</c> and routing, before authentication, rate limiting and caching. Policies hold without it as well:
    /// the endpoint itself is guarded.
    /// </summary>
    /// <exception cref="InvalidOperationException"><c>AddIpPolicies()</c> was not called.</exception>
    public static IApplicationBuilder UseIpPolicies(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var guard = app.ApplicationServices.GetService<EndpointGuard>() ?? throw IpPolicyGate.NotAdded();
        var gate = app.ApplicationServices.GetRequiredService<IpPolicyGate>();
        return app.Use(next => new IpPolicyMiddleware(next, guard, gate).InvokeAsync);
    }

    /// <summary>
    /// Lets only requests go on that the policy allows, whatever they lead to: static files, branches, endpoints, or nothing at all. For a
    /// whole application place it first, right after <c>UseForwardedHeaders()</c>; on a branch it guards the branch. What stands before it
    /// answers without it.
    /// </summary>
    /// <remarks>
    /// <para>
    /// It holds beside the policies of endpoints: all must allow, and an endpoint with neither a policy nor a reason to be open is refused as
    /// ever. It is strict: <c>AllowAnyAddress</c> on an endpoint does not open it, because a branch may answer in the endpoint's place.
    /// Exceptions are made by path, <c>app.UseWhen(context => !context.Request.Path.StartsWithSegments("/healthz"), guarded =>
    /// guarded.UseIpPolicy&lt;IpPolicies.Office&gt;())</c>.
    /// </para>
    /// <para>
    /// It decides fully, also by the lists of clients, with the client that <see cref="IpPolicyOptions.ClientId"/> tells at this place: before
    /// <c>UseAuthentication()</c> most applications know nobody. An endpoint with <c>ShortCircuit()</c> answers while it is routed to,
    /// and does not come by unless this stands before routing; its own policy decides.
    /// </para>
    /// </remarks>
    /// <typeparam name="TPolicy">A generated policy: <c>IpPolicies.Office</c>.</typeparam>
    /// <param name="app">The pipeline, or the branch.</param>
    /// <exception cref="InvalidOperationException"><c>AddIpPolicies()</c> was not called.</exception>
    public static IApplicationBuilder UseIpPolicy<TPolicy>(this IApplicationBuilder app)
        where TPolicy : IpPolicy, new()
    {
        ArgumentNullException.ThrowIfNull(app);
        var gate = app.ApplicationServices.GetService<IpPolicyGate>() ?? throw IpPolicyGate.NotAdded();
        return app.Use(next => new RequestGuard(next, gate, new RequireIpPolicyAttribute<TPolicy>()).InvokeAsync);
    }
}
