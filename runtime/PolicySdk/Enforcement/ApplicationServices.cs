using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Enforcement;

/// <summary>Asks what an application has, without making it.</summary>
internal static class ApplicationServices
{
    /// <summary>Whether a service is registered; true where the container can't tell.</summary>
    internal static bool MayHave<TService>(this IServiceProvider services) =>
        services.GetService<IServiceProviderIsService>()?.IsService(typeof(TService)) ?? true;
}
