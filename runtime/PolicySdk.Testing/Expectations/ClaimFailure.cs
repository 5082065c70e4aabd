using PolicySdk.Expectations;
using PolicySdk.Testing.Sources;

namespace PolicySdk.Testing;

/// <summary>A failed claim for people: what was claimed, the address that contradicts it, what decided, and what is near.</summary>
internal static class ClaimFailure
{
    internal static string Describe(TestedPolicy policy, Expectation claim, Refutation refutation)
    {
        var text = $"{policy.Document.Path}: {refutation.Message}";
        var isMissing = claim.Kind is ExpectationKind.Allow or ExpectationKind.Covers;
        if (!isMissing || refutation.Example is not { } example || policy.HasEntryFor(example))
        {
            return text;
        }

        var nearest = NearestEntries.Find(policy.Sets, example, claim.Client).Select(ClaimTexts.Describe).ToList();
        return nearest.Count == 0 ? $"{text} There is no {example.Family} entry." : $"{text} Nearest: {string.Join(", ", nearest)}.";
    }
}
