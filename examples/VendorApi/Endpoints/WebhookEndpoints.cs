using System.Security.Cryptography;
using System.Text;

namespace VendorApi.Endpoints;

/// <summary>What GitHub calls when the repository of our reference data changes.</summary>
internal static class WebhookEndpoints
{
    internal const string SecretKey = "GitHub:WebhookSecret";
    internal const string SignatureHeader = "X-Hub-Signature-256";

    private const string Algorithm = "sha256=";

    internal static void MapWebhookEndpoints(this IEndpointRouteBuilder app) =>
        app.MapPost("/webhooks/github", Receive).RequireIpPolicy<IpPolicies.Webhooks>();

    internal static string Sign(string secret, byte[] body) =>
        Algorithm + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    // The list says that GitHub calls; the signature says that our repository does.
    private static async Task<IResult> Receive(HttpRequest request, IConfiguration configuration, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        return configuration[SecretKey] is { Length: > 0 } secret && IsEqual(Sign(secret, body.ToArray()), request.Headers[SignatureHeader].ToString())
            ? TypedResults.Accepted(uri: (string?)null)
            : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static bool IsEqual(string expected, string actual) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(actual));
}
