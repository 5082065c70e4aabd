using Microsoft.Extensions.DependencyInjection;
using PolicySdk.Enforcement;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Makes enforcement early.</summary>
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
}
