using PolicySdk.Policies;
using PolicySdk.Validation;

namespace PolicySdk.Generator.Tests.Diagnostics;

/// <summary>PSDK1000: a fault of ours becomes a diagnostic and a policy that refuses everybody, never a build without policies.</summary>
public sealed class InternalFaultTests
{
    private const string Path = "policies/x.policy.yaml";

    [Fact]
    public void Exception_becomes_a_fatal_problem_of_the_file()
    {
        var problem = InternalFault.Guard<Problem?>(Path, static () => throw new InvalidOperationException("broken"), static problem => problem)!;

        Assert.Equal((RuleIds.InternalFault, Path, true), (problem.Rule, problem.Path, problem.IsFatal));
        Assert.Contains("InvalidOperationException: broken", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Result_passes_through() => Assert.Equal(7, InternalFault.Guard(Path, static () => 7, static _ => 0));

    [Fact]
    public void Cancellation_passes_through()
    {
        Assert.Throws<OperationCanceledException>(static () => InternalFault.Guard<int>(Path, static () => throw new OperationCanceledException(), static _ => 0));
        Assert.Throws<TaskCanceledException>(static () => InternalFault.Guard<int>(Path, static () => throw new TaskCanceledException(), static _ => 0));
    }

    [Fact]
    public void Fault_while_compiling_denies_all_and_keeps_what_code_may_name()
    {
        var broken = (PolicyDocument)PolicyFileReader.Read(new(Path, "policy: x\nallow: [10.0.0.1]\nclients: {acme: {allow: [10.0.0.2]}}\n"));
        var compiled = PipelineSteps.Compile(broken, null!);

        Assert.Equal(RuleIds.InternalFault, Assert.Single(compiled.Problems).Rule);
        Assert.Equal(("X", false), (compiled.Model.Identifier, compiled.Model.IsValid));
        Assert.Equal(["acme"], compiled.Model.ClientIds);
        Assert.Equal(Matching.MatchPlan.Nobody, compiled.Model.Plan);
        Assert.Empty(compiled.Entries.Rows);
    }

    [Theory]
    [InlineData("policies/partner-api.policy.yaml", typeof(PolicyDocument))]
    [InlineData("policies/company.networks.yaml", typeof(NetworksDocument))]
    [InlineData("policies/guardrails.yaml", typeof(GuardrailsDocument))]
    [InlineData("policies/client-address.yaml", typeof(ClientAddressDocument))]
    [InlineData("policies/other.yaml", typeof(OtherFile))]
    public void Fault_while_reading_leaves_a_file_with_an_error(string path, Type kind)
    {
        var file = PipelineSteps.Read(new(path, null!));

        Assert.IsType(kind, file, exactMatch: true);
    }
}
