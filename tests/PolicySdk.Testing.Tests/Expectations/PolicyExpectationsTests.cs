using System.Net.Sockets;
using PolicySdk.Testing.Tests.Sources;
using TestedApp;

namespace PolicySdk.Testing.Tests.Expectations;

public sealed class PolicyExpectationsTests
{
    private const string Lists = """
        policy: tested
        allow:
          - 192.0.2.0/24
          - {ip: 198.51.100.7, expires: 2030-01-31}
          - {ip: 198.51.100.8, only-in: Development}
        clients:
          acme:
            allow: [203.0.113.64/28]
        block:
          - 192.0.2.66
        """;

    private static readonly PolicyExpectations Tested = TestProject.Expect(Lists);

    [Fact]
    public void What_holds_passes() => Tested
        .Allows("192.0.2.0-192.0.2.65", "192.0.2.67")
        .Denies("192.0.2.66", "203.0.113.80", "2001:db8::/32")
        .For("acme").Allows("203.0.113.64/28", "192.0.2.1")
        .On(new(2030, 1, 31)).Allows("198.51.100.7")
        .On(new(2030, 2, 1)).Denies("198.51.100.7")
        .In("Development").Allows("198.51.100.8");

    [Fact]
    public void Sets_are_decided_as_a_whole() => Tested
        .IsWithin("192.0.2.0/24", "198.51.100.7", "203.0.113.64/28")
        .AllowsAtMost(255 + 1 + 16)
        .AllowsAtMost(0, AddressFamily.InterNetworkV6)
        .Covers("192.0.2.128/25");

    [Theory]
    [InlineData("192.0.2.0/24", "192.0.2.0/24 is allowed for every caller. But 192.0.2.66 is blocked by 192.0.2.66 (policies/tested.policy.yaml:10).")]
    [InlineData("203.0.113.70", "203.0.113.70 is allowed for every caller. But 203.0.113.70 is let in only for the client 'acme', by 203.0.113.64/28 of the client 'acme' (policies/tested.policy.yaml:8).")]
    [InlineData("198.51.100.7", "198.51.100.7 is allowed for every caller. But 198.51.100.7 is let in by 198.51.100.7 (policies/tested.policy.yaml:4) only until 2030-01-31.")]
    [InlineData("192.0.3.5", "192.0.3.5 is allowed for every caller. But no entry covers 192.0.3.5. Nearest: 192.0.2.0/24 (policies/tested.policy.yaml:3), 198.51.100.7 (policies/tested.policy.yaml:4).")]
    [InlineData("2001:db8::1", "But no entry covers 2001:db8::1. There is no IPv6 entry.")]
    public void A_failed_allow_says_what_decided(string addresses, string expected) =>
        Assert.Contains(expected, Assert.Throws<PolicyTestException>(() => Tested.Allows(addresses)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_failed_deny_names_an_address_and_its_entry() => Assert.Equal(
        "policies/tested.policy.yaml: Claimed: 203.0.113.0/24 is denied for every caller. But 203.0.113.64 is let in by 203.0.113.64/28 of the client 'acme' (policies/tested.policy.yaml:8).",
        Assert.Throws<PolicyTestException>(() => Tested.Denies("203.0.113.0/24")).Message);

    [Fact]
    public void What_lies_outside_is_named() =>
        Assert.Contains("But 203.0.113.64 is let in by", Assert.Throws<PolicyTestException>(() => Tested.IsWithin("192.0.2.0/24", "198.51.100.0/24")).Message, StringComparison.Ordinal);

    [Fact]
    public void Too_many_are_counted() =>
        Assert.Contains("But 272 are.", Assert.Throws<PolicyTestException>(() => Tested.AllowsAtMost(271)).Message, StringComparison.Ordinal);

    [Fact]
    public void All_failed_rows_of_a_table_are_told()
    {
        var failure = Assert.Throws<PolicyTestException>(() => Tested.Decides(
            new ExpectedDecision("192.0.2.1", true),
            new ExpectedDecision("192.0.2.2", false),
            new ExpectedDecision("203.0.113.64/28", true, Client: "acme"),
            new ExpectedDecision("198.51.100.7", true, On: new(2031, 1, 1)),
            new ExpectedDecision("198.51.100.8", true, In: "Staging")));

        Assert.Equal(3, failure.Message.Split('\n').Length);
    }

    [Theory]
    [InlineData("192.0.2.1/24", "has host bits set")]
    [InlineData("192.0.02.1", "192.0.02.1")]
    [InlineData("offce", "Did you mean 'office'?")]
    [InlineData("", "")]
    public void What_is_no_address_is_refused(string text, string expected)
    {
        var tested = TestProject.Expect("policy: tested\nallow: [{net: office}]\n", ("policies/company.networks.yaml", "networks:\n  office:\n    addresses: [192.0.2.1]\n"));

        Assert.Contains(expected, Assert.ThrowsAny<ArgumentException>(() => tested.Allows(text)).Message, StringComparison.Ordinal);
        tested.Allows("office");
    }

    [Fact]
    public void A_claim_of_nothing_is_refused() => Assert.Throws<ArgumentException>(() => Tested.Denies());

    [Fact]
    public void An_unknown_client_is_refused() =>
        Assert.Contains("Did you mean 'acme'?", Assert.Throws<ArgumentException>(() => Tested.For("acm")).Message, StringComparison.Ordinal);

    [Fact]
    public void Policies_of_a_project_are_compared()
    {
        Expect.Policy<IpPolicies.Admin>().IsSameAs<IpPolicies.Admin>().IsDisjointFrom<IpPolicies.Trial>();
        var shared = Assert.Throws<PolicyTestException>(() => Expect.Policy<IpPolicies.Admin>().IsDisjointFrom<IpPolicies.Api>());
        var other = Assert.Throws<PolicyTestException>(() => Expect.Policy<IpPolicies.Admin>().IsSameAs<IpPolicies.Api>());

        Assert.Contains("192.0.2.64 is let in by 192.0.2.64/28", shared.Message, StringComparison.Ordinal);
        Assert.Contains("192.0.2.40 is let in there alone, by 192.0.2.40 (policies/api.policy.yaml:5)", other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_mode_is_no_permission() =>
        Assert.Throws<PolicyTestException>(() => Expect.Policy<IpPolicies.Trial>().Allows("8.8.8.8"));

    [Fact]
    public Task Parallel_claims_about_two_policies_do_not_wait_for_each_other_for_ever() => Task.Run(static () => Parallel.For(0, 64, static index =>
    {
        _ = index % 2 == 0 ? Expect.Policy<IpPolicies.Admin>().IsDisjointFrom<IpPolicies.Trial>() : Expect.Policy<IpPolicies.Trial>().IsDisjointFrom<IpPolicies.Admin>();
    })).WaitAsync(TimeSpan.FromMinutes(1));

    [Fact]
    public void A_table_without_rows_claims_nothing() => Assert.Throws<ArgumentException>(() => TestProject.Expect("policy: tested\nallow:\n  - 192.0.2.0/25\n").Decides());
}
