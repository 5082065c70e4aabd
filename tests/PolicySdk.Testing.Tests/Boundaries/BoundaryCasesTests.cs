using TestedApp;

namespace PolicySdk.Testing.Tests.Boundaries;

public sealed class BoundaryCasesTests
{
    public static IEnumerable<object[]> OfApi => BoundaryCases.Rows<IpPolicies.Api>();

    [Theory]
    [MemberData(nameof(OfApi))]
    public void Compiled_policies_decide_at_borders_as_their_files_say(BoundaryCase one) => one.Verify();

    [Theory]
    [InlineData("198.51.100.31", null, true)]
    [InlineData("198.51.100.32", null, false)]
    [InlineData("198.51.100.64", null, false)]
    [InlineData("::ffff:192.0.2.40", null, true)]
    [InlineData("203.0.113.7", "acme-prod", true)]
    [InlineData("203.0.113.7", null, false)]
    [InlineData("2001:db8:40:ffff:ffff:ffff:ffff:ffff", null, true)]
    [InlineData("198.51.100.5", null, false)]
    public void Borders_are_among_the_cases(string address, string? client, bool isAllowed) => Assert.Contains(
        BoundaryCases.Of<IpPolicies.Api>(), one => one.Address == address && one.ClientId == client && one.IsAllowed == isAllowed);

    [Fact]
    public void The_days_around_a_date_are_among_the_cases()
    {
        var days = BoundaryCases.Of<IpPolicies.Api>().Where(static one => one is { Address: "203.0.113.8", ClientId: "acme-prod" }).ToDictionary(static one => one.Day, static one => one.IsAllowed);

        Assert.True(days[new(2034, 6, 30)]);
        Assert.False(days[new(2034, 7, 1)]);
    }

    [Fact]
    public void A_case_that_fails_names_the_entry()
    {
        var failing = new BoundaryCase(IpPolicy.Of<IpPolicies.Api>(), "192.0.2.40", null, new(2026, 1, 1), "Production", isAllowed: false, "first of something");

        Assert.Equal(
            "api: 192.0.2.40 on 2026-01-01 in Production is to be refused: first of something, but is allowed (Listed, 192.0.2.40 at policies/api.policy.yaml:5).",
            Assert.Throws<PolicyTestException>(failing.Verify).Message);
    }

    [Fact]
    public void Each_case_stands_there_once()
    {
        var names = BoundaryCases.Of<IpPolicies.Api>().Select(static one => (one.Address, one.ClientId, one.Day, one.EnvironmentName)).ToList();

        Assert.True(names.Count > 50);
        Assert.Equal(names.Count, names.Distinct().Count());
    }
}
