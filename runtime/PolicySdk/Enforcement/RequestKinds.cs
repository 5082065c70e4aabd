using Microsoft.AspNetCore.Http;

namespace PolicySdk.Enforcement;

/// <summary>Tells protocols on top of HTTP that want answers of their own.</summary>
internal static class RequestKinds
{
    internal const string GrpcType = "application/grpc";

    /// <summary>gRPC and gRPC-Web: <c>application/grpc</c>, <c>application/grpc+proto</c>, <c>application/grpc-web</c>.</summary>
    internal static bool IsGrpc(HttpRequest request) => request.ContentType?.StartsWith(GrpcType, StringComparison.OrdinalIgnoreCase) == true;
}
