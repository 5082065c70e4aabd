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

    internal static void Write(HttpContext context)
    {
        context.Response.ContentType = context.Request.ContentType;
        context.Response.Headers["grpc-status"] = context.Response.StatusCode == StatusCodes.Status403Forbidden ? PermissionDenied : Unauthenticated;
        context.Response.Headers["grpc-message"] = RefusalBody.Detail;
    }
}
