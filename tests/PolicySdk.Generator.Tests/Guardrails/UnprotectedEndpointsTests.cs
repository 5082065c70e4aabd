using PolicySdk.TestSupport;

namespace PolicySdk.Generator.Tests.Guardrails;

/// <summary>What guardrails ask of code reaches the analyzers as an attribute of the assembly.</summary>
public sealed class UnprotectedEndpointsTests
{
    private const string Source = "IpPolicies.Guardrails.g.cs";

    private static readonly (string Path, string Text) Policy = ("policies/office.policy.yaml", "policy: office\nallow: [192.0.2.19]\n");

    [Fact]
    public void Error_becomes_an_attribute_of_the_assembly()
    {
        var run = GeneratorHarness.Run(Policy, ("policies/guardrails.yaml", "guardrails:\n  unprotected-endpoints: error\n"));

        Assert.Contains("[assembly: global::PolicySdk.IpPolicyGuardrails(UnprotectedEndpointsAreErrors = true)]", run.Source(Source));
        Assert.Empty(run.CompilerFaults);
        Assert.Contains(run.Load().GetCustomAttributes(false), static attribute => attribute is IpPolicyGuardrailsAttribute { UnprotectedEndpointsAreErrors: true });
    }

    [Theory]
    [InlineData("guardrails:\n  unprotected-endpoints: warning\n")]
    [InlineData("guardrails:\n  waivers: {longest: 90d}\n")]
    public void Nothing_is_written_otherwise(string guardrails) =>
        Assert.DoesNotContain(GeneratorHarness.Run(Policy, ("policies/guardrails.yaml", guardrails)).Result.GeneratedSources, static source => source.HintName == Source);
}
