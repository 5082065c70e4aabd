using System.Text.Json;
using System.Text.Json.Serialization;

namespace VendorApi.Endpoints;

/// <summary>What was refused, for those who help customers: why, by which line of which list, and the reference that the customer was given.</summary>
internal static class AdminEndpoints
{
    /// <summary>Reasons by the names that the log has.</summary>
    internal static JsonSerializerOptions Format { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    internal static void MapAdminEndpoints(this IEndpointRouteBuilder app) =>
        app.MapGet("/admin/rejections", static (IIpPolicyRejections rejections) => TypedResults.Json(rejections.Recent, Format))
            .RequireIpPolicy<IpPolicies.Admin>();
}
