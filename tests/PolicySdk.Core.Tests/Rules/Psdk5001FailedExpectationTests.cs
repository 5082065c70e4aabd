using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK5001: claims that the policy does not keep, each with an address that contradicts it and the entry that decides there.</summary>
public sealed class Psdk5001FailedExpectationTests
{
    /// <summary>The lists that the claims are about; the claims start in line 13.</summary>
    private const string Lists = """
        policy: sample
        allow:
          - {ip: 10.0.0.0/24, except: [10.0.0.9, {ip: 10.0.0.8, from: 2027-01-01}]}
          - {ip: 10.1.0.1, expires: 2026-12-31}
          - {ip: 127.0.0.1, only-in: Development}
        clients:
          acme:
            allow:
              - 10.2.0.0/30
              - fd00::/62
        block: [10.0.0.200, {ip: 10.0.0.201, expires: 2026-12-31}]
        expect:

        """;

    private static readonly RuleVerifier Rule = new(RuleIds.FailedExpectation, IsFatal: false);

    [Theory]
    [InlineData("{allow: [|10.9.0.1|]}", "10.9.0.1 is allowed for every caller. But no entry covers 10.9.0.1.")]
    [InlineData("{allow: [|10.0.0.0/24|]}", "10.0.0.0/24 is allowed for every caller. But 10.0.0.8 is let in by 10.0.0.0/24 (policies/sample.policy.yaml:3) only while its exceptions do not count.")]
    [InlineData("{allow: [|10.0.0.9|]}", "10.0.0.9 is allowed for every caller. But no entry covers 10.0.0.9.")]
    [InlineData("{allow: [|10.0.0.200|]}", "10.0.0.200 is allowed for every caller. But 10.0.0.200 is blocked by 10.0.0.200 (policies/sample.policy.yaml:11).")]
    [InlineData("{allow: [|10.0.0.201|]}", "10.0.0.201 is allowed for every caller. But 10.0.0.201 is blocked by 10.0.0.201 (policies/sample.policy.yaml:11).")]
    [InlineData("{allow: [|10.0.0.201|], on: 2026-12-31}", "10.0.0.201 is allowed for every caller on 2026-12-31. But 10.0.0.201 is blocked by 10.0.0.201 (policies/sample.policy.yaml:11).")]
    [InlineData("{allow: [|10.1.0.1|]}", "10.1.0.1 is allowed for every caller. But 10.1.0.1 is let in by 10.1.0.1 (policies/sample.policy.yaml:4) only until 2026-12-31.")]
    [InlineData("{allow: [|10.1.0.1|], on: 2027-01-01}", "10.1.0.1 is allowed for every caller on 2027-01-01. But 10.1.0.1 is let in by 10.1.0.1 (policies/sample.policy.yaml:4) only until 2026-12-31.")]
    [InlineData("{allow: [|127.0.0.1|]}", "127.0.0.1 is allowed for every caller. But no entry covers 127.0.0.1.")]
    [InlineData("{allow: [|127.0.0.1|], in: Staging}", "127.0.0.1 is allowed for every caller in Staging. But no entry covers 127.0.0.1.")]
    [InlineData("{allow: [|10.2.0.1|]}", "10.2.0.1 is allowed for every caller. But 10.2.0.1 is let in only for the client 'acme', by 10.2.0.0/30 of the client 'acme' (policies/sample.policy.yaml:9).")]
    [InlineData("{allow: [|10.2.0.2-10.2.0.4|], client: acme}", "10.2.0.2-10.2.0.4 is allowed for the client 'acme'. But no entry covers 10.2.0.4.")]
    [InlineData("{covers: [|[10.0.0.1, 10.9.0.1]|]}", "10.9.0.1 is allowed for every caller. But no entry covers 10.9.0.1.")]
    [InlineData("{deny: [|10.0.0.0/8|]}", "10.0.0.0/8 is denied for every caller. But 10.0.0.0 is let in by 10.0.0.0/24 (policies/sample.policy.yaml:3).")]
    [InlineData("{deny: [|10.2.0.3|]}", "10.2.0.3 is denied for every caller. But 10.2.0.3 is let in by 10.2.0.0/30 of the client 'acme' (policies/sample.policy.yaml:9).")]
    [InlineData("{deny: [|10.1.0.1|]}", "10.1.0.1 is denied for every caller. But 10.1.0.1 is let in by 10.1.0.1 (policies/sample.policy.yaml:4).")]
    [InlineData("{deny: [|10.1.0.1|], on: 2026-12-31}", "10.1.0.1 is denied for every caller on 2026-12-31. But 10.1.0.1 is let in by 10.1.0.1 (policies/sample.policy.yaml:4).")]
    [InlineData("{deny: [|10.0.0.201|]}", "10.0.0.201 is denied for every caller. But 10.0.0.201 is let in by 10.0.0.0/24 (policies/sample.policy.yaml:3); 10.0.0.201 (policies/sample.policy.yaml:11) blocks it only until 2026-12-31.")]
    [InlineData("{deny: [|10.0.0.8|]}", "10.0.0.8 is denied for every caller. But 10.0.0.8 is let in by 10.0.0.0/24 (policies/sample.policy.yaml:3).")]
    [InlineData("{deny: [|127.0.0.1|], in: development}", "127.0.0.1 is denied for every caller in development. But 127.0.0.1 is let in by 127.0.0.1 (policies/sample.policy.yaml:5).")]
    [InlineData("{within: [|[10.0.0.0/16, 10.2.0.0/16]|]}", "nothing outside these is allowed. But 10.1.0.1 is let in by 10.1.0.1 (policies/sample.policy.yaml:4).")]
    [InlineData("{within: [|[10.0.0.0/8]|], client: acme}", "nothing outside these is allowed for the client 'acme'. But fd00:: is let in by fd00::/62 of the client 'acme' (policies/sample.policy.yaml:10).")]
    [InlineData("{at-most: [|258|], family: v4}", "at most 258 IPv4 addresses are allowed. But 259 are.")]
    [InlineData("{at-most: [|253|], family: v4, on: 2027-01-01, client: acme}", "at most 253 IPv4 addresses are allowed for the client 'acme' on 2027-01-01. But 257 are.")]
    [InlineData("{at-most: [|3|], family: v6}", "at most 3 IPv6 /64 networks are allowed. But 4 are.")]
    public void A_claim_that_does_not_hold_is_told_with_what_contradicts_it(string claim, string message) => Rule.FiresIn(Lists + "  - " + claim + "\n", "Claimed: " + message);

    [Theory]
    [InlineData("{allow: 10.0.0.10-10.0.0.199}")]
    [InlineData("{allow: 10.0.0.201, on: 2027-01-01}")]
    [InlineData("{allow: 10.0.0.8, on: 2026-12-31}")]
    [InlineData("{allow: 10.1.0.1, on: 2026-12-31}")]
    [InlineData("{allow: 127.0.0.1, in: Development}")]
    [InlineData("{allow: 10.2.0.0/30, client: acme}")]
    [InlineData("{covers: [10.0.0.0/29, 10.0.0.128/26]}")]
    [InlineData("{deny: 10.0.0.9}")]
    [InlineData("{deny: 10.0.0.200}")]
    [InlineData("{deny: 10.0.0.201, on: 2026-12-31}")]
    [InlineData("{deny: 10.0.0.8, on: 2027-01-01}")]
    [InlineData("{deny: 10.1.0.1, on: 2027-01-01}")]
    [InlineData("{deny: 127.0.0.1}")]
    [InlineData("{deny: '::/1'}")]
    [InlineData("{within: [10.0.0.0/16, 10.1.0.1, 10.2.0.0/30, 'fd00::/62']}")]
    [InlineData("{within: [10.0.0.0/16, 10.2.0.0/30, 'fd00::/62'], on: 2027-01-01}")]
    [InlineData("{at-most: 259, family: v4}")]
    [InlineData("{at-most: 258, family: v4, on: 2026-12-31}")]
    [InlineData("{at-most: 4, family: v6}")]
    public void A_claim_that_holds_draws_nothing(string claim) => Rule.IsQuietIn(Lists + "  - " + claim + "\n");

    [Fact]
    public void An_unknown_client_or_policy_is_no_claim_that_holds() =>
        Rule.FiresIn(
            Lists + "  - {deny: 10.9.0.1, client: [|acm|]}\n  - {disjoint-from: [|smple|]}\n  - {same-as: [|sample|]}\n",
            "The policy has no client 'acm' to claim anything of. Did you mean 'acme'?",
            "There is no policy 'smple' to compare with. Did you mean 'sample'?",
            "A policy is not compared with itself. Name another one.");

    [Theory]
    [InlineData("{disjoint-from: [|other|]}", "allow: [10.1.0.0/16]\n", "no address is allowed here and by 'other'. But 10.1.0.1 is let in by 10.1.0.1 (policies/sample.policy.yaml:4), and there by 10.1.0.0/16 (policies/other.policy.yaml:2).")]
    [InlineData("{disjoint-from: [|other|]}", "clients: {x: {allow: [10.2.0.3]}}\n", "no address is allowed here and by 'other'. But 10.2.0.3 is let in by 10.2.0.0/30 of the client 'acme' (policies/sample.policy.yaml:9), and there by 10.2.0.3 of the client 'x' (policies/other.policy.yaml:2).")]
    [InlineData("{same-as: [|other|]}", "allow: [{ip: 10.0.0.0/24, except: [10.0.0.9]}]\n", "the same as 'other'. But 10.1.0.1 is let in here alone, by 10.1.0.1 (policies/sample.policy.yaml:4).")]
    [InlineData("{same-as: [|other|], on: 2027-01-01}", "allow: [{ip: 10.0.0.0/24, except: [10.0.0.9]}]\nblock: [10.0.0.200]\n", "the same as 'other'. But on 2027-01-01 10.0.0.8 is let in there alone, by 10.0.0.0/24 (policies/other.policy.yaml:2).")]
    public void A_comparison_that_does_not_hold_names_both_sides(string claim, string other, string message) =>
        Rule.Fires([("policies/other.policy.yaml", "policy: other\n" + other), (RuleVerifier.PolicyPath, Lists + "  - " + claim + "\n")], "Claimed: " + message);

    [Theory]
    [InlineData("{disjoint-from: other}", "allow: [10.9.0.0/16]\n")]
    [InlineData("{disjoint-from: other, client: acme}", "clients: {x: {allow: [10.2.0.3]}}\n")]
    [InlineData("{disjoint-from: other, on: 2027-01-01}", "allow: [10.1.0.1]\n")]
    [InlineData("{same-as: other}", "allow:\n  - {ip: 10.0.0.0/24, except: [10.0.0.9, 10.0.0.200, {ip: 10.0.0.8, from: 2027-01-01}, {ip: 10.0.0.201, expires: 2026-12-31}]}\n  - {ip: 10.1.0.1, expires: 2026-06-30}\n  - {ip: 10.1.0.1, from: 2026-07-01, expires: 2026-12-31}\nclients: {acme: {allow: [10.2.0.0/31, 10.2.0.2/31, 'fd00::/62']}}\n")]
    public void A_comparison_that_holds_draws_nothing(string claim, string other) =>
        Rule.IsQuiet(("policies/other.policy.yaml", "policy: other\n" + other), (RuleVerifier.PolicyPath, Lists + "  - " + claim + "\n"));

    [Fact]
    public void A_comparison_with_a_broken_policy_waits() =>
        Rule.IsQuiet(("policies/other.policy.yaml", "policy: other\nallow: [10.0.0.1/8]\n"), (RuleVerifier.PolicyPath, Lists + "  - {same-as: other}\n"));

    [Fact]
    public void A_claim_about_nobody_is_no_claim() =>
        Rule.Fires(
            [
                (RuleVerifier.NetworksPath, "networks:\n  lab: {addresses: [{ip: 10.3.0.1, only-in: Staging}]}\n"),
                (RuleVerifier.PolicyPath, Lists + "  - {deny: [|lab|]}\n  - {deny: lab, in: Staging}\n"),
            ],
            "The network 'lab' has no address in Production, so the claim says nothing. Name a day or an environment in which it has some.");

    [Fact]
    public void Networks_in_claims_mean_their_addresses() =>
        Rule.Fires(
            [
                (RuleVerifier.NetworksPath, "networks:\n  lab: {addresses: [10.0.0.0/26, {ip: 10.3.0.1, only-in: Staging}]}\n  far: {addresses: [10.9.0.0/24, 10.0.0.16]}\n"),
                (RuleVerifier.PolicyPath, Lists + "  - {allow: [|lab|], on: 2026-12-01}\n  - {deny: [|far|]}\n  - {within: [lab, 10.0.0.0/24, 10.1.0.0/16, 10.2.0.0/16, 'fd00::/8']}\n"),
            ],
            "Claimed: network 'lab' is allowed for every caller on 2026-12-01. But no entry covers 10.0.0.9.",
            "Claimed: network 'far' is denied for every caller. But 10.0.0.16 is let in by 10.0.0.0/24 (policies/sample.policy.yaml:3).");
}
