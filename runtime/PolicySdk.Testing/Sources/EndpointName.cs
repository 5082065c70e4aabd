using Microsoft.AspNetCore.StaticAssets;
using PolicySdk.Audit;

namespace PolicySdk.Testing.Sources;

/// <summary>What sweeps and inventories call an endpoint.</summary>
internal static class EndpointName
{
    /// <summary>Its route pattern; of a static asset the one without the fingerprint, which is another one with every change of the file.</summary>
    internal static string Of(AuditedEndpoint endpoint)
    {
        var route = endpoint.Route ?? $"({endpoint.DisplayName})";
        var asset = endpoint.Endpoint.Metadata.GetMetadata<StaticAssetDescriptor>();
        return asset?.Properties.FirstOrDefault(static property => property.Name == "fingerprint") is { } fingerprint
            ? route.Replace($".{fingerprint.Value}", "", StringComparison.Ordinal)
            : route;
    }
}
