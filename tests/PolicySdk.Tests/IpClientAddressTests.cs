using System.Net;

namespace PolicySdk.Tests;

/// <summary>Which addresses are trusted, by number and family.</summary>
public sealed class IpClientAddressTests
{
    [Theory]
    [InlineData("10.0.0.0", true)]
    [InlineData("10.255.255.255", true)]
    [InlineData("9.255.255.255", false)]
    [InlineData("11.0.0.0", false)]
    [InlineData("192.0.2.7", true)]
    [InlineData("192.0.2.6", false)]
    [InlineData("192.0.2.8", false)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("::ffff:11.1.2.3", false)]
    [InlineData("::10.1.2.3", false)]
    [InlineData("a00::1", false)]
    [InlineData("2001:db8:1::", true)]
    [InlineData("2001:db8:1:ffff:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:2::", false)]
    [InlineData("2001:db8:2::7", true)]
    [InlineData("2001:db8:2::7%4", true)]
    [InlineData("2001:db8:2::6", false)]
    [InlineData("fe80::1", true)]
    [InlineData("fe80::1%5", true)]
    [InlineData("fec0::1%5", false)]
    [InlineData("32.1.13.184", false)]
    [InlineData(null, false)]
    public void Trusts_by_number(string? address, bool isTrusted) =>
        Assert.Equal(isTrusted, new TestClientAddresses.Mixed().Trusts(address is null ? null : IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0", true, false)]
    [InlineData("255.255.255.255", true, false)]
    [InlineData("::ffff:192.0.2.1", true, false)]
    [InlineData("::", false, true)]
    [InlineData("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", false, true)]
    public void The_widest_prefix_of_a_family_holds_that_family_alone(string text, bool isIPv4, bool isIPv6)
    {
        var address = IPAddress.Parse(text);

        Assert.Equal((isIPv4, isIPv6), (new TestClientAddresses.AllIPv4().Trusts(address), new TestClientAddresses.AllIPv6().Trusts(address)));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    public void A_prefix_of_mapped_addresses_holds_no_caller(string address) =>
        Assert.False(new TestClientAddresses.Mapped().Trusts(IPAddress.Parse(address)));

    [Fact]
    public void A_file_with_an_error_trusts_nobody()
    {
        var invalid = new TestClientAddresses.Invalid();

        Assert.Empty(invalid.TrustedProxies);
        Assert.False(invalid.Trusts(IPAddress.Loopback));
    }

    [Fact]
    public void The_proxies_can_be_read() => Assert.Equal(
        [IPNetwork.Parse("127.0.0.1/32"), IPNetwork.Parse("::1/128")], new TestClientAddresses.Loopback().TrustedProxies);

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("203.0.113.1")]
    [InlineData("2001:db8:1::1")]
    [InlineData("fe80::1%5")]
    [InlineData("::ffff:10.1.2.3")]
    public void Trusts_allocates_nothing(string text)
    {
        var (trusted, address) = (new TestClientAddresses.Mixed(), IPAddress.Parse(text));
        trusted.Trusts(address);

        var before = GC.GetAllocatedBytesForCurrentThread();
        trusted.Trusts(address);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }
}
