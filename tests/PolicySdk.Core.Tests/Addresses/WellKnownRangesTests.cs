using PolicySdk.Addresses;

namespace PolicySdk.Core.Tests.Addresses;

/// <summary>The table of blocks, row by row.</summary>
public sealed class WellKnownRangesTests
{
    public static readonly TheoryData<string, string> Rows = new()
    {
        { "cloud metadata", "169.254.169.254/32 fd00:ec2::254/128" },
        { "cloud metadata", "100.100.100.200/32" },
        { "IPv4 loopback", "127.0.0.0/8" },
        { "IPv6 loopback", "::1/128" },
        { "IPv4 link-local", "169.254.0.0/16" },
        { "IPv6 link-local", "fe80::/10" },
        { "IPv4 multicast", "224.0.0.0/4" },
        { "IPv6 multicast", "ff00::/8" },
        { "limited broadcast", "255.255.255.255/32" },
        { "reserved IPv4", "240.0.0.0/4" },
        { "IPv4 \"this network\"", "0.0.0.0/8" },
        { "IPv6 unspecified", "::/128" },
        { "IPv4 documentation", "192.0.2.0/24 198.51.100.0/24 203.0.113.0/24" },
        { "IPv6 documentation", "2001:db8::/32" },
        { "IPv6 documentation", "3fff::/20" },
        { "IPv4-compatible IPv6", "::/96" },
        { "6to4", "2002::/16" },
        { "NAT64", "64:ff9b::/96" },
        { "local-use NAT64", "64:ff9b:1::/48" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_block_has_the_prefixes_of_its_source(string name, string prefixes) =>
        Assert.Contains(WellKnownRanges.All, row => row.Name == name && string.Join(' ', row.Addresses.ToPrefixes()) == prefixes);

    [Fact]
    public void Every_row_is_told_apart_and_names_its_source()
    {
        Assert.Equal(Rows.Count, WellKnownRanges.All.Count);
        Assert.Equal(WellKnownRanges.All.Count, WellKnownRanges.All.Select(static row => row.Addresses).Distinct().Count());
        Assert.All(WellKnownRanges.All, static row => Assert.NotEmpty(row.Source));
        Assert.All(Enum.GetValues<WellKnownKind>(), static kind => Assert.Contains(WellKnownRanges.All, row => row.Kind == kind));
    }

    [Theory]
    [InlineData("169.254.169.254", "cloud metadata")]
    [InlineData("169.254.0.0/16", "IPv4 link-local")]
    [InlineData("255.255.255.255", "limited broadcast")]
    [InlineData("240.0.0.0/4", "reserved IPv4")]
    [InlineData("::", "IPv6 unspecified")]
    [InlineData("::1", "IPv6 loopback")]
    [InlineData("::2", "IPv4-compatible IPv6")]
    [InlineData("::/100", "IPv4-compatible IPv6")]
    [InlineData("::1-::5", "IPv4-compatible IPv6")]
    [InlineData("::1:0:0", null)]
    [InlineData("::/95", null)]
    [InlineData("126.0.0.0/7", null)]
    public void Where_blocks_overlap_the_one_that_says_more_is_found(string entry, string? name) =>
        Assert.Equal(name, WellKnownRanges.Find(Entries.Range(entry))?.Name);

    [Fact]
    public void The_mapped_block_is_what_no_entry_may_be()
    {
        Assert.True(WellKnownRanges.Mapped.First.IsMapped && WellKnownRanges.Mapped.Last.IsMapped);
        Assert.Equal("::ffff:0:0/96", WellKnownRanges.Mapped.ToString());
        Assert.True(WellKnownRanges.Mapped.First.TryPrevious(out var before) && !before.IsMapped);
        Assert.True(WellKnownRanges.Mapped.Last.TryNext(out var after) && !after.IsMapped);
    }
}
