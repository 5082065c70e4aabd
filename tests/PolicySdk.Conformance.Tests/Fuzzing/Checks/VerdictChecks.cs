using PolicySdk.Policies;
using PolicySdk.Validation;

namespace PolicySdk.Conformance.Tests.Fuzzing.Checks;

/// <summary>A policy with an error refuses everybody, one without does not, and neither has a share in the faults of files beside it.</summary>
internal static class VerdictChecks
{
    /// <summary>Checks a project that was compiled without a day: what depends on the day changes no policy.</summary>
    internal static void Check(FuzzProject project, PolicyProject compiled)
    {
        var faulty = compiled.Problems.Where(static problem => problem.Severity == ProblemSeverity.Error).Select(static problem => problem.Path).ToHashSet();
        foreach (var model in compiled.Policies.Select(static policy => policy.Model))
        {
            FindingException.ThrowUnless(!model.IsValid || !faulty.Contains(model.Path), "A policy with an error refuses everybody", () => Describe(model, compiled));
            FindingException.ThrowUnless(model.IsValid || faulty.Count > 0, "A policy that refuses everybody says why", () => Describe(model, compiled));
            FindingException.ThrowUnless(model.IsValid || model.Plan == Matching.MatchPlan.Nobody, "A policy that is not valid has no plan", () => Describe(model, compiled));
        }

        CheckBeside(project, compiled, faulty);
    }

    /// <summary>Checks that the day of the build changes no policy.</summary>
    internal static void CheckDay(PolicyProject undated, PolicyProject dated) =>
        FindingException.ThrowUnless(
            undated.Policies.Select(static policy => (policy.Model, policy.Entries)).SequenceEqual(dated.Policies.Select(static policy => (policy.Model, policy.Entries))),
            "The day of the build changes no policy",
            () => string.Join('\n', dated.Problems));

    private static void CheckBeside(FuzzProject project, PolicyProject compiled, HashSet<string> faulty)
    {
        var beside = compiled.Policies.Single(static policy => policy.Model.Path == FuzzProject.BesidePath).Model;
        var mayBeRefused = faulty.Contains(FuzzProject.BesidePath) || faulty.Any(static path => path.EndsWith("guardrails.yaml", StringComparison.Ordinal));
        var isGuarded = project.Has("guardrails.yaml") || project.Has("client-address.yaml");
        FindingException.ThrowUnless(beside.IsValid || (isGuarded && mayBeRefused), "A policy beside a faulty file stays as it is", () => Describe(beside, compiled));
    }

    private static string Describe(PolicyModel model, PolicyProject compiled) => $"{model.Path} is {(model.IsValid ? "valid" : "invalid")}\n{string.Join('\n', compiled.Problems)}";
}
