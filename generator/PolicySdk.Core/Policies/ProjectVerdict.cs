using PolicySdk.Collections;
using PolicySdk.Expectations;
using PolicySdk.Validation;

namespace PolicySdk.Policies;

/// <summary>What policies do to each other: names that clash, and claims about one another that do not hold.</summary>
/// <param name="Denied">The paths of policies that refuse everybody because of that.</param>
/// <param name="Dropped">The paths of policies that have no type.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record ProjectVerdict(EquatableArray<string> Denied, EquatableArray<string> Dropped, EquatableArray<Problem> Problems)
{
    internal static ProjectVerdict Of(IReadOnlyCollection<PolicyDocument> documents, ProjectContext context)
    {
        var clashes = PolicyNameClashes.Find(documents);
        var comparisons = ComparisonRules.Check(documents.Where(document => !clashes.Denied.Contains(document.Path) && !clashes.Dropped.Contains(document.Path)).ToList(), context);
        var failed = comparisons.Where(static problem => problem.Severity == ProblemSeverity.Error).Select(static problem => problem.Path);
        return new(clashes.Denied.Concat(failed).Distinct().ToEquatableArray(), clashes.Dropped, clashes.Problems.Concat(comparisons).ToEquatableArray());
    }

    /// <summary>The policy as it is generated, or null where it has no type.</summary>
    internal CompiledPolicy? Apply(CompiledPolicy policy) =>
        Dropped.Contains(policy.Model.Path) ? null : Denied.Contains(policy.Model.Path) ? policy.Denied() : policy;
}
