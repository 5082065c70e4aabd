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
        Rule.Fires([(path, "[||]policy: sample\n")], "The name of this file says no kind, so it is not read. Name it *.policy.yaml or *.networks.yaml, or move it.");

    [Theory]
    [InlineData("policies/guardrails.yaml", "guardrails:\n  require: [note]\n")]
    [InlineData("policies/guardrails.yml", "guardrails:\n  require: [note]\n")]
    [InlineData("policies/client-address.yaml", "client-address:\n  limit: 1\n")]
    public void A_kind_that_is_not_read_yet_is_told_to_have_no_effect(string path, string text) =>
        Rule.Fires([(path, "[||]" + text)], "This version does not read this file yet: what it demands is not enforced. Remove it until a version reads it.");

    [Theory]
    [InlineData("policies/sample.policy.yaml")]
    [InlineData("policies/sample.policy.yml")]
    [InlineData("policies/deep/er/sample.POLICY.YML")]
    public void Either_extension_is_read(string path)
    {
        var project = CompiledProject.Of((path, RuleVerifier.Entry("192.168.1.1")));

        Assert.Empty(project.Problems);
        Assert.True(Assert.Single(project.Policies).Model.IsValid);
    }

    [Fact]
    public void A_networks_file_may_end_in_yml() =>
        Assert.Empty(CompiledProject.Of(("policies/a.networks.yml", "networks: {office: {addresses: [192.168.1.1]}}"), (RuleVerifier.PolicyPath, RuleVerifier.Entry("{net: office}"))).Problems);
}
