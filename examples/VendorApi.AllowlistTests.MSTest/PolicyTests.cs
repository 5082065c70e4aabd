namespace VendorApi.AllowlistTests.MSTest;

/// <summary>What the lists promise, decided for every address that is named.</summary>
[TestClass]
public sealed class PolicyTests
{
    [TestMethod]
    public void Acme_calls_from_its_own_addresses_and_nobody_else_does() => Expect.Policy<IpPolicies.DataApi>()
        .For("acme-prod").Allows("203.0.113.7", "203.0.113.64-203.0.113.65", "2001:db8:40::/48")
        .For("birch-prod").Denies("203.0.113.0/24");

    [TestMethod]
    public void The_move_of_Acme_happens_on_its_day() => Expect.Policy<IpPolicies.DataApi>().For("acme-prod").Decides(
        new ExpectedDecision("203.0.113.8", IsAllowed: true, On: new(2034, 6, 30)),
        new ExpectedDecision("203.0.113.8", IsAllowed: false, On: new(2034, 7, 1)),
        new ExpectedDecision("203.0.113.9", IsAllowed: false, On: new(2034, 6, 30)),
        new ExpectedDecision("203.0.113.9", IsAllowed: true, On: new(2034, 7, 1)));

    [TestMethod]
    public void The_compromised_host_stays_out() => Expect.Policy<IpPolicies.DataApi>().For("acme-prod").Denies("203.0.113.66");

    [TestMethod]
    public void Operators_are_eight_addresses_that_no_customer_has() => Expect.Policy<IpPolicies.Admin>()
        .IsWithin("192.0.2.16/29").AllowsAtMost(8).IsDisjointFrom<IpPolicies.DataApi>();

    [TestMethod]
    public void Loopback_is_for_developers() => Expect.Policy<IpPolicies.DataApi>().Denies("127.0.0.0/8").In("Development").Allows("127.0.0.1");
}
