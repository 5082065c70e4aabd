using PolicySdk.Addresses;
using PolicySdk.Conformance.Tests.Reference;
using PolicySdk.Matching;
using PolicySdk.Policies;
using PolicySdk.TestSupport;

namespace PolicySdk.Conformance.Tests;

/// <summary>One policy in three forms: the reference made from its files, the plan, and the compiled code.</summary>
internal sealed record Subject(PolicyDocument Document, ReferencePolicy Reference, MatchPlan Plan, IpPolicy? Policy)
{
    // Before any day of the samples, so that none of them has ended.
    private const string FirstDay = "2026-01-01";

    /// <summary>Reads and plans policies without compiling them.</summary>
    internal static IReadOnlyList<Subject> Interpret(IReadOnlyList<(string Path, string Text)> files) => Read(files, static _ => null);

    /// <summary>Compiles policies, all into one assembly.</summary>
    internal static IReadOnlyList<Subject> Compile(IReadOnlyList<(string Path, string Text)> files) => Of(GeneratorHarness.Run([.. files]).On(FirstDay), files);

    /// <summary>The policies of a run, which must be free of faults.</summary>
    internal static IReadOnlyList<Subject> Of(GeneratorHarness run, IReadOnlyList<(string Path, string Text)> files)
    {
        Assert.Empty(run.Errors);
        Assert.Empty(run.CompilerFaults);
        var assembly = run.Load();
        return Read(files, document => GeneratorHarness.Create(assembly, document.Identifier));
    }

    private static List<Subject> Read(IReadOnlyList<(string Path, string Text)> files, Func<PolicyDocument, IpPolicy?> create)
    {
        var read = files.Select(static file => PolicyFileReader.Read(new(file.Path, file.Text))).ToList();
        var networks = read.OfType<NetworksDocument>().ToList();
        var guardrails = GuardrailsTable.Of(read.OfType<GuardrailsDocument>()).Guardrails;
        var project = new ProjectContext(new(networks, guardrails), guardrails, IpRangeSet.Empty);
        return [.. read.OfType<PolicyDocument>().Select(document => new Subject(document, new(document, networks), PlanOf(document, project), create(document)))];
    }

    private static MatchPlan PlanOf(PolicyDocument document, ProjectContext project)
    {
        var model = PolicyCompiler.Compile(document, project).Model;
        Assert.True(model.IsValid);
        return model.Plan;
    }
}
