using Microsoft.Extensions.DependencyInjection;
using PolicySdk.Audit;

namespace PolicySdk.Testing.Sources;

/// <summary>The endpoints of an application, as its own audit sees them.</summary>
internal static class ApplicationEndpoints
{
    /// <summary>All endpoints that a request can reach.</summary>
    /// <exception cref="InvalidOperationException">The application guards none, or they can't be read.</exception>
    internal static IReadOnlyList<AuditedEndpoint> Read(IServiceProvider services)
    {
        var inventory = services.GetService<EndpointInventory>() ?? throw new InvalidOperationException("The application does not call AddIpPolicies: no policy guards its endpoints.");
        var snapshot = inventory.Read();
        return snapshot.Faults.Count == 0
            ? snapshot.Endpoints
            : throw new InvalidOperationException($"Endpoints can't be read: {snapshot.Faults[0].ShownSource} failed.", snapshot.Faults[0].Exception);
    }
}
