using CsCheck;

namespace PolicySdk.Conformance.Tests.Generated;

/// <summary>Random policies: the compiled code, the plan and the reference answer alike.</summary>
public sealed class RandomPolicyTests
{
    private const int PoliciesOfProject = 40;

    [Fact]
    public void Plan_and_reference_answer_alike() =>
        RandomPolicies.Files.Sample(
            static files => Comparison.AssertSame(Assert.Single(Subject.Interpret(RandomPolicies.InOneProject([files]))), conditionsOfAddress: 4) > 0,
            seed: "0N0XIzNsQ0O2",
            iter: 150,
            threads: 1);

    [Fact]
    public void Compiled_code_plan_and_reference_answer_alike() =>
        RandomPolicies.Files.Array[PoliciesOfProject].Sample(
            static files => Subject.Compile(RandomPolicies.InOneProject(files)).Sum(static subject => Comparison.AssertSame(subject, conditionsOfAddress: 4)) > PoliciesOfProject * 100,
            seed: "0N0XIzNsQ0O2",
            iter: 2,
            threads: 1);
}
