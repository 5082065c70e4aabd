using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK2013: public addresses that were meant to be private ones.</summary>
public sealed class Psdk2013NearPrivateRangeTests
{
    private static readonly RuleVerifier Rule = new RuleVerifier(RuleIds.NearPrivateRange).Warns;

    [Theory]
    [InlineData("[|192.186.0.0/16|]", "192.186.0.0/16 is a public range. The private range is 192.168.0.0/16 (RFC 1918).")]
    [InlineData("[|192.169.0.0/16|]", "192.169.0.0/16 is a public range. The private range is 192.168.0.0/16 (RFC 1918).")]
    [InlineData("[|172.0.0.0/8|]", "172.0.0.0/8 is mostly public addresses. The private range is 172.16.0.0/12 (RFC 1918).")]
    [InlineData("{ip: [|172.16.0.0/16|], note: Internal network}", "172.16.0.0/16 is only a part of the private range. The private range is 172.16.0.0/12 (RFC 1918).")]
    [InlineData("{ip: [|192.186.4.0/24|], note: 'Office LAN, 2nd floor'}", "192.186.4.0/24 is a public range. The private range is 192.168.0.0/16 (RFC 1918).")]
    [InlineData("{ip: [|172.32.0.1|], note: private}", "172.32.0.1 is a public range. The private range is 172.16.0.0/12 (RFC 1918).")]
    public void A_near_miss_is_told(string entry, string message) => Rule.FiresIn(RuleVerifier.Entry(entry), message);

    [Fact]
    public void The_name_of_a_network_says_private_too() =>
        Rule.FiresInNetworks(
            "networks:\n  internal-hosts: {addresses: [[|172.16.0.0/16|]]}\n",
            "172.16.0.0/16 is only a part of the private range. The private range is 172.16.0.0/12 (RFC 1918).");

    [Theory]
    [InlineData("policy: sample\nallow: [192.186.4.0/24, 172.16.0.0/16, 172.16.0.0/12, 192.168.0.0/16, 10.0.0.0/8]\n")]
    [InlineData("policy: sample\nallow:\n  - {ip: 172.20.0.0/16, note: Internal}\n  - {ip: 192.186.4.0/24, note: Planned}\n")]
    [InlineData("policy: sample\nallow: [10.0.0.1]\nblock: [192.186.0.0/16]\n")]
    [InlineData("policy: sample\nallow:\n  - {ip: 192.186.0.0/16, waive: {rule: PSDK2013, reason: Really theirs, until: 2026-12-31}}\n")]
    public void Private_ranges_and_others_draw_nothing(string policy) => Rule.IsQuietIn(policy);
}
