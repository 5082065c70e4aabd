namespace PolicySdk.Policies;

/// <summary>How much a project may hold.</summary>
internal static class PolicyLimits
{
    internal const int EntriesOfPolicy = 500_000;
    internal const int Policies = 10_000;
    internal const int NetworkDepth = 32;
}
