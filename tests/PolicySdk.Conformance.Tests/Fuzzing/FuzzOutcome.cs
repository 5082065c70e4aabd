using PolicySdk.Policies;

namespace PolicySdk.Conformance.Tests.Fuzzing;

/// <summary>What became of the policies of a project that keeps every promise: those that compiled are understood by the reference.</summary>
/// <param name="Valid">Those that compiled.</param>
/// <param name="Invalid">How many did not.</param>
internal sealed record FuzzOutcome(IReadOnlyList<PolicyModel> Valid, int Invalid);
