using Microsoft.AspNetCore.Http;

namespace PolicySdk.Enforcement;

/// <summary>
/// A refusal for gRPC: status and message as headers of an answer without a body ("Trailers-Only", gRPC over HTTP/2). The HTTP status stays
/// that of a refusal, so that proxies and logs see one; clients go by the gRPC status.
/// </summary>
internal static class GrpcRefusal
{
    // https://grpc.io/docs/guides/status-codes/
    private const string PermissionDenied = "7";
    private const string Unauthenticated = "16";

    // Constants, as the caller's own text need not be one that may be sent back. The longest first.
    private static readonly string[] ContentTypes = ["application/grpc-web-text", "application/grpc-web", RequestKinds.GrpcType];

    internal static void Write(HttpContext context)
    {
        context.Response.ContentType = ContentTypes.First(type => context.Request.ContentType?.StartsWith(type, StringComparison.OrdinalIgnoreCase) == true);
        context.Response.Headers["grpc-status"] = context.Response.StatusCode == StatusCodes.Status403Forbidden ? PermissionDenied : Unauthenticated;
        context.Response.Headers["grpc-message"] = RefusalBody.Detail;
    }
}
