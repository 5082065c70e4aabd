namespace PolicySdk.Policies;

/// <summary>How much a project may hold.</summary>
internal static class PolicyLimits
{
    internal const int EntriesOfPolicy = 500_000;
    internal const int Policies = 10_000;
    internal const int NetworkDepth = 32;
    internal const int Environments = 32;

    /// <summary>The texts of a policy's entries, each counted as often as its network is used.</summary>
    internal const int TextOfPolicy = 32 * 1024 * 1024;

    /// <summary>How often entries, exceptions and conditions may meet while a policy is compiled.</summary>
    internal const int Meetings = 20_000_000;

    /// <summary>How many conditions may decide over one part of an entry: they become one expression, and the compiler refuses very long ones.</summary>
    internal const int ConditionsOfPart = 1_000;

    /// <summary>How many meetings a part counts for that is kept, and becomes code.</summary>
    internal const int MeetingsOfKept = 16;

    /// <summary>How many entries all claims of a policy together may look at.</summary>
    internal const int ClaimWork = 50_000_000;

    /// <summary>How many pieces times conditions a group of overlapping entries may have to be searched for redundant ones; a larger one is compiled unsearched.</summary>
    internal const int Comparisons = 10_000_000;

    /// <summary>How many entries all lists of networks together may have, written out, to be searched for what adds nothing.</summary>
    internal const int EntriesOfNetworks = 2_000_000;

    internal const int TrustedProxies = 10_000;
}
