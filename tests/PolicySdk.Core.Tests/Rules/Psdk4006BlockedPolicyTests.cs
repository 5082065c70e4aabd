using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK4006: a block list that leaves nobody.</summary>
public sealed class Psdk4006BlockedPolicyTests
{
    private static readonly RuleVerifier Rule = new(RuleIds.BlockedPolicy, IsFatal: false);

    [Theory]
    [InlineData("policy: sample\nallow: [10.0.0.1]\nblock: [[|10.0.0.0/8|]]\n")]
    [InlineData("policy: sample\nallow: [10.0.0.1]\nclients: {acme: {allow: [fd00::1]}}\nblock: [[|10.0.0.0/8|], fd00::/16]\n")]
    [InlineData("policy: sample\nallow: [{ip: 10.0.0.1, expires: 2027-01-31}]\nblock: [[|10.0.0.1|]]\n")]
    public void A_policy_that_refuses_everybody_is_told(string policy) =>
        Rule.FiresIn(policy, "'block' covers every address that the policy lets in: it refuses everybody. Narrow the block, or remove the policy.");

    [Theory]
    [InlineData("policy: sample\nallow: [10.0.0.0/8]\nblock: [10.0.0.0/9]\n")]
    [InlineData("policy: sample\nallow: [10.0.0.1]\nblock: [{ip: 10.0.0.0/8, expires: 2027-01-31}]\n")]
    [InlineData("policy: sample\nallow: [10.0.0.1]\nclients: {acme: {allow: [fd00::1]}}\nblock: [10.0.0.0/8]\n")]
    [InlineData("policy: sample\nallow: [10.0.0.1]\n")]
    public void A_policy_that_lets_somebody_in_draws_nothing(string policy) => Rule.IsQuietIn(policy);
}
