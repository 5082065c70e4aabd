using PolicySdk.Testing.Tests.Sources;
using TestedApp;

namespace PolicySdk.Testing.Tests.Mutations;

public sealed class MutationCheckTests
{
    [Fact]
    public void An_entry_that_nobody_claims_is_told_with_the_claim_that_would()
    {
        var report = Run("policy: tested\nallow: [192.0.2.4, 192.0.2.8]\nexpect:\n  - {allow: 192.0.2.4}\n  - {at-most: 3, family: v4}\n");

        Assert.Equal(
            ["192.0.2.4 is widened to 192.0.2.4/31", "192.0.2.8 is removed", "192.0.2.8 is widened to 192.0.2.8/31"],
            report.Survivors.Select(static survivor => survivor.Change));
        Assert.Equal(["{deny: 192.0.2.5}", "{allow: 192.0.2.8}", "{deny: 192.0.2.9}"], report.Survivors.Select(static survivor => survivor.Claim));
        Assert.Equal(0.25, report.Coverage);
    }

    [Fact]
    public void Claims_that_say_all_leave_nothing()
    {
        var report = Run("policy: tested\nallow: [192.0.2.4, 192.0.2.8]\nexpect:\n  - {allow: 192.0.2.4}\n  - {allow: 192.0.2.8}\n  - {at-most: 2, family: v4}\n");

        Assert.Empty(report.Survivors);
        Assert.Equal((4, 1), (report.Noticed, report.Coverage));
    }

    [Fact]
    public void Assertions_in_code_count() =>
        Assert.Empty(Run("policy: tested\nallow: [192.0.2.4]\n", static policy => policy.Allows("192.0.2.4").IsWithin("192.0.2.4")).Survivors);

    [Theory]
    [InlineData("{ip: 192.0.2.4, expires: 2030-01-31}", "'expires' of 192.0.2.4 is lifted", "{deny: 192.0.2.4, on: 2030-02-01}")]
    [InlineData("{ip: 192.0.2.4, from: 2030-01-31}", "'from' of 192.0.2.4 is lifted", "{deny: 192.0.2.4, on: 2030-01-30}")]
    [InlineData("{ip: 192.0.2.4, only-in: Development}", "'only-in' of 192.0.2.4 is lifted", "{deny: 192.0.2.4}")]
    [InlineData("{ip: 192.0.2.0/24, except: [192.0.2.9]}", "the exception 192.0.2.9 of 192.0.2.0/24 is dropped", "{deny: 192.0.2.9}")]
    [InlineData("192.0.2.0-192.0.2.9", "192.0.2.0-192.0.2.9 is widened to 192.0.2.0-192.0.2.10", "{deny: 192.0.2.10}")]
    [InlineData("\"2001:db8::/64\"", "2001:db8::/64 is widened to 2001:db8::/63", "{deny: \"2001:db8:0:1::\"}")]
    public void Each_kind_of_change_is_tried(string entry, string change, string claim) =>
        Assert.Contains(Run($"policy: tested\nallow: [{entry}, 198.51.100.1]\n").Survivors, survivor => survivor.Change == change && survivor.Claim == claim);

    [Fact]
    public void A_dropped_block_is_tried() => Assert.Contains(
        Run("policy: tested\nallow: [192.0.2.0/24]\nblock: [192.0.2.66]\n").Survivors,
        static survivor => survivor == new SurvivingMutant("192.0.2.66 is removed", "policies/tested.policy.yaml:3", "{deny: 192.0.2.66}"));

    [Fact]
    public void A_list_of_a_client_that_is_emptied_is_told_for_that_client() => Assert.Contains(
        Run("policy: tested\nallow: [198.51.100.1]\nclients: {acme: {allow: [192.0.2.4]}}\n").Survivors,
        static survivor => survivor.Change == "192.0.2.4 is removed" && survivor.Claim == "{allow: 192.0.2.4, client: acme}");

    [Fact]
    public void Networks_that_a_policy_uses_are_tried_and_others_are_not()
    {
        var report = Run(
            "policy: tested\nallow: [{net: office}]\n", null,
            ("policies/company.networks.yaml", "networks:\n  office: {addresses: [{net: floor}]}\n  floor: {addresses: [192.0.2.4]}\n  other: {addresses: [192.0.2.9]}\n"));

        Assert.Contains(report.Survivors, static survivor => survivor is { Change: "192.0.2.4 is removed", Location: "policies/company.networks.yaml:3" });
        Assert.DoesNotContain(report.Survivors, static survivor => survivor.Change.Contains("192.0.2.9", StringComparison.Ordinal));
    }

    [Fact]
    public void A_change_without_effect_is_no_survivor()
    {
        var report = Run("policy: tested\nallow: [192.0.2.0/24, {ip: 192.0.2.4, waive: [{rule: PSDK2011, reason: kept, until: 2099-01-01}]}]\nexpect: [{within: [192.0.2.0/24]}, {allow: 192.0.2.0/24}]\n");

        Assert.Empty(report.Survivors);
        Assert.Contains("policies/tested.policy.yaml:2: 192.0.2.4 is removed", report.WithoutEffect);
    }

    [Fact]
    public void What_is_left_out_is_told()
    {
        var report = MutationCheck.Run(TestProject.Read("policy: tested\nallow: [192.0.2.4, 192.0.2.8, 192.0.2.16]\n"), static _ => { }, mostMutants: 2);

        Assert.Equal(4, report.LeftOut);
        Assert.Contains("4 more were not tried", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_fails_below_the_threshold_and_says_how_to_mend_it()
    {
        var failure = Assert.Throws<PolicyTestException>(static () => MutationCheck.Verify<IpPolicies.Admin>());

        Assert.Contains("policies/company.networks.yaml:5: nobody notices that 203.0.113.192/29 is removed. Claim {allow: 203.0.113.192}.", failure.Message, StringComparison.Ordinal);
        MutationCheck.Verify<IpPolicies.Admin>(static policy => policy.Covers("203.0.113.192/29", "192.0.2.64/28").IsWithin("203.0.113.192/29", "192.0.2.64/28"));
        MutationCheck.Verify<IpPolicies.Admin>(static policy => policy.Allows("203.0.113.192/29"), threshold: 0.4);
    }

    [Fact]
    public void An_assertion_that_fails_already_is_told_as_it_is() =>
        Assert.Contains("8.8.8.8", Assert.Throws<PolicyTestException>(static () => MutationCheck.Run<IpPolicies.Admin>(static policy => policy.Allows("8.8.8.8"))).Message, StringComparison.Ordinal);

    private static MutationReport Run(string policy, Action<PolicyExpectations>? assertions = null, params (string Path, string Text)[] others) =>
        MutationCheck.Run(TestProject.Read(policy, others), assertions ?? (static _ => { }), mostMutants: 1_000);
}
