using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PolicySdk;
using PolicySdk.Audit;
using PolicySdk.Diagnostics;
using PolicySdk.Enforcement;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the enforcement of policies.</summary>
public static class IpPolicyServiceCollectionExtensions
{
    /// <summary>
    /// Guards every endpoint of the application: those with a policy by that policy, those without one are refused unless
    /// <see cref="IpPolicyOptions"/> or <see cref="AllowAnyAddressAttribute"/> says otherwise. The application refuses to start when
    /// no policy was compiled into it.
    /// </summary>
    /// <remarks>
    /// Output caching stores no answers of endpoints with a policy: a stored answer would be served without asking. Response caching
    /// (<c>UseResponseCaching()</c>) offers no such switch: don't mark answers of such endpoints as <c>public</c>.
    /// </remarks>
    public static IServiceCollection AddIpPolicies(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddRouting();
        services.AddMetrics();
        services.AddOptions<IpPolicyOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<IpPolicyOptions>, IpPolicyOptionsValidation>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<ForwardedHeadersOptions>, TrustedForwardedHeaders>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ForwardedHeadersOptions>, TrustedForwardedHeaders>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, GeneratedPoliciesCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartupAudit>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, GuardBeforeOtherPolicies>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, RememberDynamicEndpoints>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, GuardDynamicEndpoints>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, GuardAfterOtherPolicies>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IApiDescriptionProvider, DocumentedRefusals>());
        PeerCapture.AddFirst(services);
        services.TryAddSingleton<BelievedProxies>();
        services.TryAddSingleton<ClientAddressCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IpPolicyMetrics>();
        services.TryAddSingleton<RecentRejections>();
        services.TryAddSingleton<IIpPolicyRejections>(static provider => provider.GetRequiredService<RecentRejections>());
        services.TryAddSingleton<DecisionRecorder>();
        services.TryAddSingleton<StoredAnswers>();
        services.TryAddSingleton<OpenConnections>();
        services.TryAddSingleton<Refusal>();
        services.TryAddSingleton<RefusalBody>();
        services.TryAddSingleton<ClientSelector>();
        services.TryAddSingleton<RequestDecider>();
        services.TryAddSingleton<IpPolicyGate>();
        services.TryAddSingleton<EndpointGuard>();
        services.TryAddSingleton<UnguardedCandidates>();
        services.TryAddSingleton<EndpointSources>();
        services.TryAddSingleton<EndpointInventory>();
        services.TryAddSingleton<EndpointChanges>();
        services.TryAddSingleton<AuditRecorder>();
        return services;
    }

    /// <inheritdoc cref="AddIpPolicies(IServiceCollection)" />
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options.</param>
    public static IServiceCollection AddIpPolicies(this IServiceCollection services, Action<IpPolicyOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        services.AddIpPolicies();
        return services.Configure(configure);
    }
}
