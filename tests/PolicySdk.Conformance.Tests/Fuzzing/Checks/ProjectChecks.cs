using PolicySdk.Conformance.Tests.Fuzzing.Independent;
using PolicySdk.Policies;
using PolicySdk.TestSupport;

namespace PolicySdk.Conformance.Tests.Fuzzing.Checks;

/// <summary>All that must hold of any project, whatever its files say.</summary>
internal static class ProjectChecks
{
    // Generous: a project of the usual size takes a tenth of it.
    private const long BytesOfProject = 16 * 1024 * 1024;
    private const long BytesOfCharacter = 64 * 1024;
    private const int DatedOnceIn = 4;

    /// <summary>Checks a project; throws for the first promise that it breaks.</summary>
    /// <param name="project">The project.</param>
    /// <param name="number">Its number, by which addresses to ask are drawn.</param>
    internal static FuzzOutcome Check(FuzzProject project, int number)
    {
        var compiled = Compile(project, null);
        ProblemChecks.Check(project, compiled.Problems);
        VerdictChecks.Check(project, compiled);
        if (number % DatedOnceIn == 0)
        {
            var dated = Compile(project, CompiledProject.Today);
            ProblemChecks.Check(project, dated.Problems);
            VerdictChecks.CheckDay(compiled, dated);
        }

        var valid = compiled.Policies.Select(static policy => policy.Model).Where(static model => model is { IsValid: true, Path: not FuzzProject.BesidePath }).ToList();
        CheckByReference(project, compiled, valid, number);
        return new(valid, project.Files.Count(static file => file.Path.EndsWith(".policy.yaml", StringComparison.Ordinal)) - valid.Count);
    }

    // What lets nobody in, and trusts nobody, has nothing to be compared.
    private static void CheckByReference(FuzzProject project, PolicyProject compiled, IReadOnlyList<PolicyModel> valid, int number)
    {
        var proxies = compiled.ClientAddress.Model is { IsValid: true } model ? model : null;
        if (valid.Count == 0 && proxies is null)
        {
            return;
        }

        var reference = new ProjectText(project.Files, proxies is not null);
        if (proxies is not null)
        {
            ProxyChecks.Check(reference, proxies);
        }

        foreach (var policy in valid)
        {
            var reading = reference.Policies[policy.Path];
            FindingException.ThrowUnless(reading.Value is not null, "What is compiled is understood", () => $"{policy.Path}: {reading.Why}");
            DecisionChecks.Check(reference, reading.Value!, policy, ProjectQuestions.Of(reference, reading.Value!, new(number)));
        }
    }

    internal static PolicyProject Compile(FuzzProject project, CalendarDate? today)
    {
        var inputs = project.All.Select(static file => new PolicyInput(file.Path, file.Text)).ToList();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var compiled = PolicyProject.Compile(inputs, today);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        FindingException.ThrowUnless(bytes <= BytesOfProject + (BytesOfCharacter * project.Length), "Memory is bounded by the size of the files", () => $"{bytes} bytes for {project.Length} characters");
        return compiled;
    }
}
