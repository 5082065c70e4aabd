using PolicySdk.TestSupport;
using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>
/// Holds files with marked places against one rule: exactly one problem for each mark and none besides, so that a cause that also draws
/// a second diagnostic fails the test.
/// </summary>
internal sealed record RuleVerifier(string Rule, ProblemSeverity Severity = ProblemSeverity.Error, bool IsFatal = true)
{
    internal const string PolicyPath = "policies/sample.policy.yaml";
    internal const string NetworksPath = "policies/sample.networks.yaml";
    internal const string GuardrailsPath = "policies/guardrails.yaml";
    internal const string ClientAddressPath = "policies/client-address.yaml";

    /// <summary>Whether the rule depends on the day: its errors fail the build and change nothing that is generated.</summary>
    internal bool IsDated { get; init; }

    /// <summary>The rule, where its errors can be adjusted.</summary>
    internal RuleVerifier Errs => this with { Severity = ProblemSeverity.Error, IsFatal = false };

    /// <summary>The rule, where it warns.</summary>
    internal RuleVerifier Warns => this with { Severity = ProblemSeverity.Warning, IsFatal = false };

    /// <summary>The rule, where it only remarks.</summary>
    internal RuleVerifier Informs => this with { Severity = ProblemSeverity.Info, IsFatal = false };

    /// <summary>A policy of one entry, written as an item of its list.</summary>
    internal static string Entry(string item) => $"policy: sample\nallow:\n  - {item}\n";

    internal void FiresIn(string markedPolicy, params string[] messages) => Fires([(PolicyPath, markedPolicy)], messages);

    /// <summary>Fires in a policy under guardrails, written as the items of their mapping.</summary>
    internal void FiresUnder(string guardrails, string markedPolicy, params string[] messages) =>
        Fires([(GuardrailsPath, Guardrails(guardrails)), (PolicyPath, markedPolicy)], messages);

    internal static string Guardrails(string items) => $"guardrails: {{{items}}}\n";

    internal void FiresInNetworks(string markedNetworks, params string[] messages) => Fires([(NetworksPath, markedNetworks)], messages);

    internal void Fires(IReadOnlyList<(string Path, string Marked)> files, params string[] messages)
    {
        var marked = files.Select(static file => (file.Path, Marked: MarkedText.Parse(file.Marked))).OrderBy(static file => file.Path, StringComparer.Ordinal).ToList();
        var project = CompiledProject.Of([.. marked.Select(static file => (file.Path, file.Marked.Text))]);

        // Examples are written with documentation addresses, which draw a remark of their own.
        var problems = project.Problems.Where(problem => problem.Rule == Rule || problem.Severity != ProblemSeverity.Info).ToList();
        var expected = marked.SelectMany(static file => file.Marked.Ranges.Select(range => (file.Path, range))).ToList();
        Assert.Equal(expected.Zip(messages, static (place, message) => (place.Path, place.range, message)), problems.Select(static problem => (problem.Path, problem.Range, problem.Message)));
        Assert.Equal(messages.Length, expected.Count);
        Assert.All(problems, problem => Assert.Equal((Rule, Severity, IsFatal), (problem.Rule, problem.Severity, problem.IsFatal)));
        Assert.All(project.Policies, policy => Assert.True(policy.Model.IsValid != (project.HasErrors && !IsDated) || policy.Model.Path != PolicyPath));
    }

    internal void IsQuietIn(string policy) => IsQuiet((PolicyPath, policy));

    internal void IsQuiet(params IReadOnlyList<(string Path, string Text)> files) =>
        Assert.DoesNotContain(CompiledProject.Of(files).Problems, problem => problem.Rule == Rule);
}
