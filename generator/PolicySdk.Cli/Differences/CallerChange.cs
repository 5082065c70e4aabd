using PolicySdk.Collections;

namespace PolicySdk.Cli.Differences;

/// <summary>What a change means for callers to whom it means the same.</summary>
/// <param name="Clients">The clients; null stands for callers without one.</param>
/// <param name="IsEverybody">Whether there are no other callers.</param>
/// <param name="Changes">What they gain and lose.</param>
internal sealed record CallerChange(IReadOnlyList<string?> Clients, bool IsEverybody, EquatableArray<AccessChange> Changes);
