using System.Net;
using System.Text.Json;
using VendorApi.Endpoints;

namespace VendorApi.Demo;

/// <summary>A rejection, as <c>GET /admin/rejections</c> tells it.</summary>
internal sealed record DemoRejection(DateTimeOffset Time, string? Endpoint, string? Address, string? ClientId, string Reason, string? Policy, string? Entry, string Reference)
{
    internal static string[] Headings => ["time", "endpoint", "address", "client", "reason", "policy", "entry", "reference"];

    internal string[] Cells => [$"{Time:yyyy-MM-dd HH:mm}", Endpoint ?? "-", Address ?? "-", ClientId ?? "-", Reason, Policy ?? "-", Entry ?? "-", Reference];

    /// <summary>The rejections that an answer lists; none where it is a refusal itself.</summary>
    internal static IReadOnlyList<DemoRejection> Read(DemoAnswer answer) =>
        answer.Status == HttpStatusCode.OK ? JsonSerializer.Deserialize<DemoRejection[]>(answer.Body, AdminEndpoints.Format)! : [];
}
