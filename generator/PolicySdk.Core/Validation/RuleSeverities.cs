using PolicySdk.Collections;

namespace PolicySdk.Validation;

/// <summary>What guardrails make of a rule's severity; null silences it.</summary>
internal sealed record RuleSeverity(string Rule, ProblemSeverity? Severity);

/// <summary>The severities that guardrails change.</summary>
internal sealed record RuleSeverities(EquatableArray<RuleSeverity> Changed)
{
    internal static readonly RuleSeverities Default = new([]);

    /// <summary>The problem as it is to be reported, or null if it is not.</summary>
    internal Problem? Adjust(Problem problem)
    {
        if (!problem.IsFatal)
        {
            foreach (var changed in Changed)
            {
                if (changed.Rule == problem.Rule)
                {
                    return changed.Severity is { } severity ? problem with { Severity = severity } : null;
                }
            }
        }

        return problem;
    }

    internal EquatableArray<Problem> Adjust(EquatableArray<Problem> problems) =>
        Changed.Count == 0 ? problems : problems.Select(Adjust).OfType<Problem>().ToEquatableArray();
}
