using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PolicySdk.Testing.Requests;

/// <summary>Registers what lets tests say who calls, in the services of one host.</summary>
internal static class TestCallerServices
{
    internal static void Add(IServiceCollection services, TestCaller? everybodyElse)
    {
        services.Replace(ServiceDescriptor.Singleton(new DefaultCaller(everybodyElse)));
        if (services.Any(static service => service.ServiceType == typeof(CallerClock)))
        {
            return;
        }

        var time = Last(services, typeof(TimeProvider));
        services.AddSingleton(provider => new CallerClock(time is null ? TimeProvider.System : (TimeProvider)Create(time, provider)));
        services.AddSingleton<TimeProvider>(static provider => provider.GetRequiredService<CallerClock>());

        var contexts = Last(services, typeof(IHttpContextFactory));
        services.AddSingleton<IHttpContextFactory>(provider => ActivatorUtilities.CreateInstance<CallerContextFactory>(
            provider, contexts is null ? new DefaultHttpContextFactory(provider) : Create(contexts, provider)));
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, CallerFaults>());
        services.AddSingleton<RequestObservations>();
        services.AddSingleton<IPostConfigureOptions<IpPolicyOptions>, CallerOptions>();
    }

    /// <summary>Whether tests may say who calls a host.</summary>
    internal static bool AreIn(IServiceProvider services) => services.GetService<CallerClock>() is not null;

    private static ServiceDescriptor? Last(IServiceCollection services, Type type) =>
        services.LastOrDefault(service => service.ServiceType == type && !service.IsKeyedService);

    private static object Create(ServiceDescriptor service, IServiceProvider provider) =>
        service.ImplementationInstance ?? service.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, service.ImplementationType!);
}
