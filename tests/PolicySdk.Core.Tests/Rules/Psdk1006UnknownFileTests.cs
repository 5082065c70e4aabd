using PolicySdk.TestSupport;
using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK1006: files in <c>policies/</c> that are not read.</summary>
public sealed class Psdk1006UnknownFileTests
{
    private static readonly RuleVerifier Rule = new RuleVerifier(RuleIds.UnknownFile).Warns;

    [Theory]
    [InlineData("policies/partner.yaml")]
    [InlineData("policies/partner.policies.yaml")]
    [InlineData("policies/policy.yaml")]
    [InlineData("policies/partner.policy.json")]
    public void A_name_of_no_kind_is_told(string path) =>
        Rule.Fires([(path, "[||]policy: sample\n")], "The name of this file says no kind, so it is not read. Name it *.policy.yaml, *.networks.yaml, guardrails.yaml or client-address.yaml, or move it.");

    [Theory]
    [InlineData("policies/sample.policy.yaml")]
    [InlineData("policies/sample.policy.yml")]
    [InlineData("policies/deep/er/sample.POLICY.YML")]
    public void Either_extension_is_read(string path)
    {
        var project = CompiledProject.Of((path, RuleVerifier.Entry("192.168.1.1")));

        Assert.DoesNotContain(project.Problems, static problem => problem.Severity > ProblemSeverity.Info);
        Assert.True(Assert.Single(project.Policies).Model.IsValid);
    }

    [Theory]
    [InlineData("policies/a.networks.yml", "networks: {office: {addresses: [192.168.1.1]}}")]
    [InlineData("policies/sub/Guardrails.yml", "guardrails: {require: [note]}")]
    [InlineData("policies/client-address.yml", "client-address: {trust: [10.9.0.1], header: X-Forwarded-For}")]
    public void The_other_kinds_are_read_too(string path, string text) => Rule.IsQuiet((path, text));
}
