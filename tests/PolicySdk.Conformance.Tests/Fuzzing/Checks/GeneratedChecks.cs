using System.Globalization;
using PolicySdk.Conformance.Tests.Fuzzing.Independent;
using PolicySdk.Policies;
using PolicySdk.TestSupport;

namespace PolicySdk.Conformance.Tests.Fuzzing.Checks;

/// <summary>What the generator makes of valid policies compiles without a fault, and decides as their plans.</summary>
internal static class GeneratedChecks
{
    private const int PoliciesOfRun = 40;

    /// <summary>Checks projects; those of one file share a compilation, under names of their own. Returns how many policies were compiled.</summary>
    internal static int Check(IEnumerable<FuzzProject> projects)
    {
        var byFiles = projects.Select(WithOwnName).ToLookup(static project => project.Files.Count == 1);
        return byFiles[true].Chunk(PoliciesOfRun).Select(static part => new FuzzProject([.. part.SelectMany(static project => project.Files)])).Concat(byFiles[false]).Sum(CheckOne);
    }

    private static int CheckOne(FuzzProject project)
    {
        var run = GeneratorHarness.Run([.. project.All]);
        FindingException.ThrowUnless(run.CompilerFaults.Count == 0, "Generated code compiles", () => $"{string.Join('\n', run.CompilerFaults)}\n{project}");
        var assembly = run.Load();
        var compiled = ProjectChecks.Compile(project, null);
        var reference = new ProjectText(project.Files, compiled.ClientAddress.Model is { IsValid: true });
        var valid = compiled.Policies.Select(static policy => policy.Model).Where(static model => model is { IsValid: true, Path: not FuzzProject.BesidePath }).ToList();
        foreach (var model in valid)
        {
            var policy = GeneratorHarness.Create(assembly, model.Identifier);
            CheckDecisions(policy, model, ProjectQuestions.Of(reference, reference.Policies[model.Path].Value!, new(0)), project);
        }

        return valid.Count;
    }

    private static void CheckDecisions(IpPolicy policy, PolicyModel model, ProjectQuestions questions, FuzzProject project)
    {
        var next = 0;
        foreach (var address in questions.Addresses)
        {
            var (day, environment) = questions.Conditions[next++ % questions.Conditions.Count];
            var conditions = new IpPolicyConditions(new(day, TimeOnly.MinValue, TimeSpan.Zero), environment);
            var caller = Comparison.ToIPAddress(address.ToProduct());
            foreach (var client in questions.Clients)
            {
                var expected = DecisionChecks.IsAllowed(model, address.Normal(), client, day, environment);
                var isSame = IsEnforced(policy.Evaluate(caller, client, conditions)) == expected && IsEnforced(policy.Evaluate(caller.MapToIPv6(), client, conditions)) == expected;
                FindingException.ThrowUnless(isSame, "Generated code decides as the plan", () => $"{model.Name}: {caller}, client {client}, on {conditions}\n{project}");
            }
        }
    }

    private static bool IsEnforced(IpPolicyDecision decision) => decision is { IsAllowed: true, IsReportOnly: false };

    // A policy that stands alone can have any name; where its own is written in a way that can't be replaced, it keeps it.
    private static FuzzProject WithOwnName(FuzzProject project, int number)
    {
        if (project.Files is not [var file])
        {
            return project;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"fuzz-{number}x");
        var range = ((PolicyDocument)PolicyFileReader.Read(new(file.Path, file.Text))).NameRange;
        var renamed = new FuzzProject([($"policies/{name}.policy.yaml", file.Text.Remove(range.Start, range.Length).Insert(range.Start, name))]);
        return ProjectChecks.Compile(renamed, null).Policies.All(static policy => policy.Model.IsValid) ? renamed : project;
    }
}
