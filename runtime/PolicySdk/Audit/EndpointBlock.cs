using System.Text;
using PolicySdk.Diagnostics;

namespace PolicySdk.Audit;

/// <summary>Endpoints as indented lines for the log: bounded, and safe whatever patterns and display names hold.</summary>
internal static class EndpointBlock
{
    internal const int MaximumLines = 20;

    private const int MaximumLength = 200;

    internal static string Of(IReadOnlyList<AuditedEndpoint> endpoints)
    {
        var block = new StringBuilder();
        foreach (var endpoint in endpoints.Take(MaximumLines))
        {
            block.Append("\n  ").Append(LogText.Of(LineOf(endpoint), MaximumLength));
        }

        return endpoints.Count > MaximumLines ? block.Append($"\n  and {endpoints.Count - MaximumLines} more").ToString() : block.ToString();
    }

    private static string LineOf(AuditedEndpoint endpoint)
    {
        // The display names of minimal APIs say all.
        var route = $"{(endpoint.Methods.Count == 0 ? "*" : endpoint.MethodText)} {endpoint.Route ?? "(by a dynamic route)"}";
        var line = endpoint.DisplayName.Contains(route, StringComparison.Ordinal) ? endpoint.DisplayName : $"{route} ({endpoint.DisplayName})";
        return endpoint.Reason is null ? line : $"{line}: {endpoint.Reason}";
    }
}
