using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.StaticAssets;

namespace PolicySdk.Testing.Exposure;

/// <summary>What serves an endpoint, as far as its metadata tells.</summary>
internal static class EndpointKind
{
    /// <summary>A file of MapStaticAssets.</summary>
    internal const string Asset = "static";

    // Which MapStaticAssets adds in development, for files that are newer than the build.
    private const string NewAssets = "Fallback {**path:file}";

    internal static string Of(Endpoint endpoint)
    {
        var metadata = endpoint.Metadata;
        return metadata.GetMetadata<HubMetadata>() is not null ? "hub"
            : metadata.GetMetadata<ComponentTypeMetadata>() is not null ? "component"
            : metadata.GetMetadata<PageActionDescriptor>() is not null ? "page"
            : metadata.GetMetadata<ActionDescriptor>() is not null ? "controller"
            : metadata.Any(static item => item.GetType().FullName == "Grpc.AspNetCore.Server.GrpcMethodMetadata") ? "grpc"
            : metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.DisplayName == NewAssets ? Asset
            : endpoint.DisplayName == "Health checks" ? "health"
            : endpoint.DisplayName?.StartsWith("Fallback ", StringComparison.Ordinal) == true ? "fallback"
            : "http";
    }
}
