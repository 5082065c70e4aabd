using PolicySdk.Diagnostics;
using PolicySdk.Enforcement;

namespace PolicySdk.Audit;

/// <summary>All endpoints at one time.</summary>
/// <param name="Endpoints">Those that could be read.</param>
/// <param name="Faults">What could not.</param>
internal sealed record EndpointSnapshot(IReadOnlyList<AuditedEndpoint> Endpoints, IReadOnlyList<ReadFault> Faults)
{
    /// <summary>Components with policies that the circuits of interactive components don't have, so that navigation within one does not ask them.</summary>
    internal IReadOnlyList<AuditedEndpoint> ReachedByCircuit { get; init; } = [];

    internal IReadOnlyList<AuditedEndpoint> Unprotected => [.. Endpoints.Where(static endpoint => endpoint.IsUnprotected)];

    internal IReadOnlyList<AuditedEndpoint> In(EndpointState state) => [.. Endpoints.Where(endpoint => endpoint.State == state)];
}

/// <summary>A source of endpoints that could not be read.</summary>
internal sealed record ReadFault(string Source, Exception Exception)
{
    private const int MaximumLength = 200;

    internal string ShownSource => LogText.Of(Source, MaximumLength);
}
