using System.Numerics;
using CsCheck;
using PolicySdk.Addresses;

namespace PolicySdk.Core.Tests.Addresses;

/// <summary>The two families never meet, whatever their numbers.</summary>
public sealed class FamilyTests
{
    [Theory]
    [InlineData("10.0.0.0/8", "::a00:1")]
    [InlineData("10.0.0.0/8", "a00::1")]
    [InlineData("0.0.0.0/0", "::1")]
    [InlineData("0.0.0.0/0", "::")]
    [InlineData("::/0", "10.0.0.1")]
    [InlineData("::/0", "255.255.255.255")]
    [InlineData("::/96", "10.0.0.1")]
    [InlineData("::/87", "10.0.0.1")]
    [InlineData("::fffe:0:0/95", "10.0.0.1")]
    [InlineData("a00::/8", "10.0.0.1")]
    public void An_entry_of_one_family_holds_no_address_of_the_other(string entry, string address)
    {
        Assert.False(Entries.Range(entry).Contains(Entries.Address(address)));
        Assert.False(Entries.Set(entry).Contains(Entries.Address(address)));
        Assert.False(Entries.Range(entry).Overlaps(Entries.Range(address)));
        Assert.True(Entries.Set(entry).Intersect(Entries.Set(address)).IsEmpty);
    }

    [Fact]
    public void The_same_number_in_the_other_family_is_never_contained() =>
        Gen.UInt.Sample(static number =>
        {
            var (v4, v6) = (IpAddressValue.IPv4(number), IpAddressValue.IPv6(0, number));
            Assert.NotEqual(v4, v6);
            Assert.True(v4 < v6);
            Assert.False(IpRangeSet.Of(new IpRange(v4, v4)).Contains(v6));
            Assert.False(IpRangeSet.Of(new IpRange(v6, v6)).Contains(v4));
        });

    [Fact]
    public void The_last_IPv4_address_and_the_first_IPv6_address_stay_two_ranges()
    {
        var set = Entries.Set("255.255.255.255", "::");

        Assert.Equal(["255.255.255.255/32", "::/128"], set.ToPrefixes().Select(static prefix => prefix.ToString()));
        Assert.Equal(2, IpRangeSet.Everything.Count);
        Assert.False(Entries.Address("255.255.255.255").TryNext(out _));
        Assert.False(Entries.Address("::").TryPrevious(out _));
    }

    [Fact]
    public void A_whole_family_is_covered_alone()
    {
        var set = Entries.Set("0.0.0.0/1", "128.0.0.0/1");

        Assert.True(set.Covers(IpAddressFamily.IPv4));
        Assert.False(set.Covers(IpAddressFamily.IPv6));
        Assert.True(Assert.Single(set).IsWholeFamily);
        Assert.Equal(BigInteger.Pow(2, 32), set.CountAddresses(IpAddressFamily.IPv4));
        Assert.Equal(Entries.Set("::/0"), set.Complement());
        Assert.Equal(BigInteger.Pow(2, 128), set.Complement().CountAddresses(IpAddressFamily.IPv6));
    }

    [Fact]
    public void Everything_and_nothing_complement_each_other()
    {
        Assert.Equal(IpRangeSet.Everything, IpRangeSet.Empty.Complement());
        Assert.Equal(IpRangeSet.Empty, IpRangeSet.Everything.Complement());
        Assert.True(IpRangeSet.Everything.Contains(IpRangeSet.Empty));
        Assert.False(IpRangeSet.Empty.Contains(Entries.Address("0.0.0.0")));
        Assert.Equal(IpRangeSet.Empty.GetHashCode(), IpRangeSet.Of().GetHashCode());
    }
}
