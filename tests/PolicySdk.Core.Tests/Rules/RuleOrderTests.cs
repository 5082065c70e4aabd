using PolicySdk.TestSupport;
using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>What holds of the problems of a file together.</summary>
public sealed class RuleOrderTests
{
    [Fact]
    public void Two_hundred_errors_are_all_told_in_the_order_of_the_file()
    {
        var items = string.Concat(Enumerable.Range(0, 200).Select(static i => i % 2 == 0 ? $"  - 10.0.{i}.1/24\n" : $"  - {{ip: 10.0.{i}.0/24, x{i}x: y}}\n"));

        var problems = CompiledProject.Of((RuleVerifier.PolicyPath, "policy: sample\nallow:\n" + items)).Problems;

        Assert.Equal(Enumerable.Range(0, 200).Select(static i => (i + 2, i % 2 == 0 ? RuleIds.HostBitsSet : RuleIds.UnknownKey)), problems.Select(static problem => (problem.Range.Line, problem.Rule)));
    }

    [Fact]
    public void Beyond_a_thousand_problems_the_rest_is_counted_and_the_worst_of_it_shown()
    {
        var items = string.Concat(Enumerable.Range(0, 1_500).Select(static i => $"  - 127.0.{i / 256}.{i % 256}\n"));

        var project = CompiledProject.Of((RuleVerifier.PolicyPath, $"policy: sample\nallow:\n{items}block: [nonsense]\n"));

        Assert.Equal(ProblemList.Kept + 1, project.Problems.Count);
        Assert.Equal(RuleIds.NotAnAddress, project.Problems[^1].Rule);
        Assert.EndsWith("(The file has 500 more problems, which are not shown.)", project.Problems[^1].Message, StringComparison.Ordinal);
        Assert.False(Assert.Single(project.Policies).Model.IsValid);
    }

    [Fact]
    public void Warnings_leave_a_policy_as_it_is() =>
        Assert.True(Assert.Single(CompiledProject.Of((RuleVerifier.PolicyPath, RuleVerifier.Entry("127.0.0.1"))).Policies).Model.IsValid);

    [Fact]
    public void Two_runs_tell_the_same()
    {
        (string, string)[] files = [(RuleVerifier.PolicyPath, "policy: Bad\nallow: [nonsense, 10.0.0.1/8, {net: x}]\n"), (RuleVerifier.NetworksPath, "networks: {a: {addresses: [{net: a}]}}")];

        Assert.Equal(CompiledProject.Of(files).Problems, CompiledProject.Of(files).Problems);
    }
}
