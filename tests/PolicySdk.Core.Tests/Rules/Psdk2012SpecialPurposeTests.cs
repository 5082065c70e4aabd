using PolicySdk.Addresses;
using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK2012: addresses that no caller should be let in by.</summary>
public sealed class Psdk2012SpecialPurposeTests
{
    private static readonly RuleVerifier Rule = new RuleVerifier(RuleIds.SpecialPurpose).Warns;

    [Theory]
    [InlineData("[|169.254.169.254|]", "169.254.169.254 is cloud metadata. That service answers and never calls. Remove the entry.")]
    [InlineData("{ip: [|100.100.100.200|]}", "100.100.100.200 is cloud metadata. That service answers and never calls. Remove the entry.")]
    [InlineData("[|127.0.0.1|]", "127.0.0.1 is IPv4 loopback. It lets in whatever runs on the same machine, a proxy included. Add 'only-in: Development', or remove the entry.")]
    [InlineData("[|::1|]", "::1 is IPv6 loopback. It lets in whatever runs on the same machine, a proxy included. Add 'only-in: Development', or remove the entry.")]
    [InlineData("[|169.254.0.0/16|]", "169.254.0.0/16 is IPv4 link-local. Anybody on the same link can take such an address. Write the caller's routable address.")]
    [InlineData("[|fe80::1|]", "fe80::1 is IPv6 link-local. Anybody on the same link can take such an address. Write the caller's routable address.")]
    [InlineData("[|224.0.0.251|]", "224.0.0.251 is IPv4 multicast. No caller ever has such an address. Remove the entry.")]
    [InlineData("[|\"ff02::1\"|]", "ff02::1 is IPv6 multicast. No caller ever has such an address. Remove the entry.")]
    [InlineData("[|255.255.255.255|]", "255.255.255.255 is limited broadcast. No caller ever has such an address. Remove the entry.")]
    [InlineData("[|240.0.0.0/4|]", "240.0.0.0/4 is reserved IPv4. No caller ever has such an address. Remove the entry.")]
    [InlineData("[|224.0.0.0/3|]", "224.0.0.0/3 is multicast and reserved IPv4. No caller ever has such an address. Remove the entry.")]
    [InlineData("[|0.0.0.0|]", "0.0.0.0 is IPv4 \"this network\". It means \"no address\", never \"everyone\", and no caller has it. Write the caller's address.")]
    [InlineData("{ip: [|0::0|]}", ":: is IPv6 unspecified. It means \"no address\", never \"everyone\", and no caller has it. Write the caller's address.")]
    public void A_special_purpose_address_draws_a_warning(string entry, string message) => Rule.FiresIn(RuleVerifier.Entry(entry), message);

    [Theory]
    [InlineData("[|192.0.2.1|]", "192.0.2.1 is IPv4 documentation. It is set aside for examples, and no real caller has it. Write the caller's address.")]
    [InlineData("[|203.0.113.0/24|]", "203.0.113.0/24 is IPv4 documentation. It is set aside for examples, and no real caller has it. Write the caller's address.")]
    [InlineData("[|2001:db8::1|]", "2001:db8::1 is IPv6 documentation. It is set aside for examples, and no real caller has it. Write the caller's address.")]
    [InlineData("[|3fff::/20|]", "3fff::/20 is IPv6 documentation. It is set aside for examples, and no real caller has it. Write the caller's address.")]
    public void A_documentation_address_draws_a_remark(string entry, string message) => Rule.Informs.FiresIn(RuleVerifier.Entry(entry), message);

    [Theory]
    [InlineData("networks:\n  local: {addresses: [[|127.0.0.1|]]}\n")]
    public void A_network_is_held_to_it_as_well(string text) =>
        Rule.FiresInNetworks(text, "127.0.0.1 is IPv4 loopback. It lets in whatever runs on the same machine, a proxy included. Add 'only-in: Development', or remove the entry.");

    [Theory]
    [InlineData("policy: sample\nallow: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 'fd00::/8', 100.64.0.0/10]\n")]
    [InlineData("policy: sample\nallow: [192.0.0.0/16, 126.0.0.0/7, '2000::/3', 168.0.0.0/6]\n")]
    [InlineData("policy: sample\nallow:\n  - {ip: 127.0.0.1, only-in: Development}\n  - {ip: '::1', only-in: [Development, Test]}\n")]
    [InlineData("policy: sample\nallow: [10.0.0.0/8]\nblock: [127.0.0.0/8, 169.254.169.254]\n")]
    [InlineData("policy: sample\nallow:\n  - {ip: 168.0.0.0/6, except: [169.254.0.0/16]}\n")]
    [InlineData("policy: sample\nallow:\n  - {ip: 127.0.0.1, off: no longer}\n  - 10.0.0.1\n")]
    public void Private_and_partial_and_unused_ones_draw_nothing(string text) => Rule.IsQuietIn(text);

    [Fact]
    public void Only_in_excuses_loopback_alone() =>
        Rule.FiresIn(RuleVerifier.Entry("{ip: [|169.254.1.1|], only-in: Development}"), "169.254.1.1 is IPv4 link-local. Anybody on the same link can take such an address. Write the caller's routable address.");

    [Fact]
    public void Every_kind_has_advice() =>
        Assert.All(Enum.GetValues<WellKnownKind>(), static kind => Assert.EndsWith(".", WellKnownRangeRules.Advise(kind), StringComparison.Ordinal));
}
