namespace VendorApi.AllowlistTests;

/// <summary>Each line of the lists earns its place, and its borders are where it says.</summary>
public sealed class EntryTests
{
    /// <summary>The borders of every entry of the data API.</summary>
    public static IEnumerable<object[]> Borders => BoundaryCases.Rows<IpPolicies.DataApi>();

    [Theory]
    [MemberData(nameof(Borders))]
    public void Borders_are_where_the_file_says(BoundaryCase border) => border.Verify();

    [Fact]
    public void Every_change_of_the_operators_list_would_be_noticed() => MutationCheck.Verify<IpPolicies.Admin>(
        static policy => policy.In("Development").Allows("127.0.0.6").IsWithin("192.0.2.16/29", "127.0.0.6"));

    // What is left are loopback entries of a developer's machine. Without the assertions, a third of the changes would be noticed; the report
    // names each of the others, and the claim that would notice it.
    [Fact]
    public void Changes_of_the_data_api_would_be_noticed() => MutationCheck.Verify<IpPolicies.DataApi>(
        static policy =>
        {
            policy.Allows("192.0.2.40").IsWithin("192.0.2.40", "198.51.100.0/28", "2001:db8:1::/48", "203.0.113.7-203.0.113.9", "203.0.113.64/28", "2001:db8:40::/48", "198.51.100.128/28");
            policy.For("acme-prod").Allows("203.0.113.7", "203.0.113.67-203.0.113.79", "2001:db8:40::/48")
                .On(new(2034, 6, 30)).Denies("203.0.113.9").On(new(2034, 7, 1)).Allows("203.0.113.9");
            policy.For("birch-prod").Allows("198.51.100.128/28");
            policy.In("Development").Allows("127.0.0.1").For("acme-prod").Allows("127.0.0.2", "127.0.0.64-127.0.0.65", "::1");
        },
        threshold: 0.6);
}
