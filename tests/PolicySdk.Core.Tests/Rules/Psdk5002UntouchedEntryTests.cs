using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK5002: policies without claims, and entries that no claim speaks of.</summary>
public sealed class Psdk5002UntouchedEntryTests
{
    private static readonly RuleVerifier Rule = new RuleVerifier(RuleIds.UntouchedEntry).Informs;

    [Fact]
    public void A_policy_without_claims_is_told_once() =>
        Rule.FiresIn(
            "policy: [|sample|]\nallow: [10.0.0.1, 10.2.0.1]\n",
            "The policy claims nothing of itself, so no change of it can break a promise. Add 'expect', for example {deny: 10.0.0.0/8}.");

    [Fact]
    public void An_entry_that_no_claim_speaks_of_is_told() =>
        Rule.Fires(
            [
                (RuleVerifier.NetworksPath, "networks: {office: {addresses: [10.8.0.0/24]}}\n"),
                (RuleVerifier.PolicyPath, """
                    policy: sample
                    allow: [10.0.0.1, [|10.2.0.1|], {net: [|office|]}]
                    clients:
                      acme: {allow: [10.4.0.0/24, [|10.4.9.0/24|]]}
                      other: {allow: [[|10.4.4.0/24|]]}
                    block: [[|10.6.0.1|]]
                    expect: [{allow: 10.0.0.1}, {allow: 10.4.0.7, client: acme}, {deny: 10.4.4.7, client: acme}, {at-most: 2000, family: v4}]

                    """),
            ],
            "No expectation speaks of 10.2.0.1. Claim what it is for: {allow: 10.2.0.1}.",
            "No expectation speaks of network 'office'. Claim what it is for: {allow: office}.",
            "No expectation speaks of 10.4.9.0/24. Claim what it is for: {allow: 10.4.9.0/24, client: acme}.",
            "No expectation speaks of 10.4.4.0/24. Claim what it is for: {allow: 10.4.4.0/24, client: other}.",
            "No expectation speaks of 10.6.0.1. Claim what it is for: {deny: 10.6.0.1}.");

    [Theory]
    [InlineData("policy: sample\nallow: [10.0.0.1, 10.2.0.0/16]\nexpect: [{allow: 10.0.0.1}, {within: [10.0.0.0/8]}]\n")]
    [InlineData("policy: sample\nallow: [{ip: 10.0.0.1, off: later}, 10.2.0.1]\nexpect: [{allow: 10.2.0.1}]\n")]
    [InlineData("policy: sample\nallow: [10.2.0.1, {ip: 10.0.0.1, waive: {rule: PSDK5002, reason: Probe, until: 2026-12-31}}]\nexpect: [{allow: 10.2.0.1}]\n")]
    public void What_is_spoken_of_draws_nothing(string policy) => Rule.IsQuietIn(policy);

    [Fact]
    public void Of_many_ten_are_told()
    {
        var entries = Enumerable.Range(0, 12).Select(static i => $"{(i < 10 ? "[|" : "")}10.{2 * i}.0.1{(i < 10 ? "|]" : "")}");
        var messages = Enumerable.Range(0, 10).Select(static i => $"No expectation speaks of 10.{2 * i}.0.1. Claim what it is for: {{allow: 10.{2 * i}.0.1}}.").ToArray();
        messages[^1] += " Nor do they of 2 more entries.";

        Rule.FiresIn($"policy: sample\nallow: [{string.Join(", ", entries)}]\nexpect: [{{deny: 11.0.0.0/8}}]\n", messages);
    }
}
