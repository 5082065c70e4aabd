using PolicySdk.Policies;

namespace PolicySdk.Validation;

/// <summary>The rules on the addresses that an entry lets in, whatever else stands in the file.</summary>
internal static class AllowedEntryRules
{
    internal static void Check(PolicyEntry entry, ProblemList problems)
    {
        WorldOpenRule.CheckEntry(entry, problems);
        WellKnownRangeRules.Check(entry, problems);
    }
}
