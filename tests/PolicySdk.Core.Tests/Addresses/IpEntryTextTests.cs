using PolicySdk.Addresses;

namespace PolicySdk.Core.Tests.Addresses;

/// <summary>The grammar at its edges, and the place that each fault points to.</summary>
public sealed class IpEntryTextTests
{
    [Theory]
    [InlineData("0.0.0.0", "0.0.0.0", "0.0.0.0")]
    [InlineData("255.255.255.255", "255.255.255.255", "255.255.255.255")]
    [InlineData("0.0.0.0/0", "0.0.0.0", "255.255.255.255")]
    [InlineData("255.255.255.255/32", "255.255.255.255", "255.255.255.255")]
    [InlineData("255.255.255.254/31", "255.255.255.254", "255.255.255.255")]
    [InlineData("10.0.0.1-10.0.0.1", "10.0.0.1", "10.0.0.1")]
    [InlineData("255.255.255.250-255.255.255.255", "255.255.255.250", "255.255.255.255")]
    [InlineData("::", "::", "::")]
    [InlineData("::/0", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("::/95", "::", "::1:ffff:ffff")]
    [InlineData("::/87", "::", "::1ff:ffff:ffff")]
    [InlineData("::fffe:0:0/95", "::fffe:0:0", "::ffff:ffff:ffff")]
    [InlineData("::-::1:0:0:0", "::", "::1:0:0:0")]
    [InlineData("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("8000::/1", "8000::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("ffff:ffff:ffff:ffff::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "ffff:ffff:ffff:ffff::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0", "1:2:3:4:5:6:7:0")]
    [InlineData("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8")]
    [InlineData("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304", "1:2:3:4:5:6:102:304")]
    [InlineData("1:2:3:4:5::1.2.3.4", "1:2:3:4:5:0:102:304", "1:2:3:4:5:0:102:304")]
    public void An_entry_is_read_as_its_first_and_last_address(string text, string first, string last)
    {
        var range = Entries.Range(text);

        Assert.Equal((first, last), (range.First.ToString(), range.Last.ToString()));
    }

    // The marked characters are the ones that the fault points to.
    [Theory]
    [InlineData("", IpTextFaultKind.Empty)]
    [InlineData("«/»8", IpTextFaultKind.Empty)]
    [InlineData("1.2.3«.»", IpTextFaultKind.MalformedIPv4)]
    [InlineData("1«.».2.3", IpTextFaultKind.MalformedIPv4)]
    [InlineData("«.»1.2.3", IpTextFaultKind.MalformedIPv4)]
    [InlineData("«1.2.3.4.5»", IpTextFaultKind.MalformedIPv4)]
    [InlineData("«1.2.3»", IpTextFaultKind.TooFewParts)]
    [InlineData("«127.66051»", IpTextFaultKind.TooFewParts)]
    [InlineData("«256.256.256»/0", IpTextFaultKind.TooFewParts)]
    [InlineData("«10»/8", IpTextFaultKind.SingleNumber)]
    [InlineData("10.«010».0.1", IpTextFaultKind.LeadingZero)]
    [InlineData("10.«00».0.1", IpTextFaultKind.LeadingZero)]
    [InlineData("10.«256».0.1", IpTextFaultKind.PartOutOfRange)]
    [InlineData("10.0.0.«4294967297»", IpTextFaultKind.PartOutOfRange)]
    [InlineData("«0x0a.0.0.1»", IpTextFaultKind.Hexadecimal)]
    [InlineData("«0x7f.0.0.1»-0x7f.0.0.9", IpTextFaultKind.Hexadecimal)]
    [InlineData("«0X7F.0.0.1»-0X7F.0.0.9", IpTextFaultKind.Hexadecimal)]
    [InlineData("10.0.«*».*", IpTextFaultKind.Wildcard)]
    [InlineData("«example.com»", IpTextFaultKind.HostName)]
    [InlineData("«my-host.example»", IpTextFaultKind.HostName)]
    [InlineData("10.0.0.1-«example»", IpTextFaultKind.HostName)]
    [InlineData("«1:2:3:4::5:6:7:8»", IpTextFaultKind.MalformedIPv6)]
    [InlineData("«1:2:3:4:5:6:7»", IpTextFaultKind.MalformedIPv6)]
    [InlineData("1:2:3:4:5:6:7:8:«9»", IpTextFaultKind.MalformedIPv6)]
    [InlineData("1:2:3:4:5:6:7:«1.2.3.4»", IpTextFaultKind.MalformedIPv6)]
    [InlineData("«1.2.3.4»::", IpTextFaultKind.MalformedIPv6)]
    [InlineData("«1.2.3.4»:1:2:3:4:5:6", IpTextFaultKind.MalformedIPv6)]
    [InlineData("2001:«0db80»::", IpTextFaultKind.MalformedIPv6)]
    [InlineData("2001:«g»::", IpTextFaultKind.MalformedIPv6)]
    [InlineData("1::2«:»:3", IpTextFaultKind.MalformedIPv6)]
    [InlineData("::1.2.3.«04»", IpTextFaultKind.LeadingZero)]
    [InlineData("10.0.0.0«/»", IpTextFaultKind.PrefixMissing)]
    [InlineData("10.0.0.0/«08»", IpTextFaultKind.PrefixMalformed)]
    [InlineData("10.0.0.0/«+8»", IpTextFaultKind.PrefixMalformed)]
    [InlineData("10.0.0.0/«8/8»", IpTextFaultKind.PrefixMalformed)]
    [InlineData("10.0.0.0/«33»", IpTextFaultKind.PrefixOutOfRange)]
    [InlineData("::/«129»", IpTextFaultKind.PrefixOutOfRange)]
    [InlineData("::/«99999999999999999999»", IpTextFaultKind.PrefixOutOfRange)]
    [InlineData("10.0.0.0/«255.0.0.0»", IpTextFaultKind.Netmask)]
    [InlineData("fe80::/«ffc0::»", IpTextFaultKind.Netmask)]
    [InlineData("10.0.0.0-10.0.0.9«/24»", IpTextFaultKind.PrefixOnRange)]
    [InlineData("«10.0.0.1/8»", IpTextFaultKind.HostBitsSet)]
    [InlineData("«10.0.0.1/0»", IpTextFaultKind.HostBitsSet)]
    [InlineData("«10.0.0.2-10.0.0.1»", IpTextFaultKind.RangeReversed)]
    [InlineData("«10.0.0.1-::1»", IpTextFaultKind.RangeOfTwoFamilies)]
    [InlineData("«::ffff:10.0.0.1-2001:db8::»", IpTextFaultKind.RangeOfTwoFamilies)]
    [InlineData("«::1-::ffff:10.0.0.1»", IpTextFaultKind.RangeOfTwoFamilies)]
    [InlineData("«10.0.0.1-»", IpTextFaultKind.RangeMalformed)]
    [InlineData("«10.0.0.1-10.0.0.2-10.0.0.3»", IpTextFaultKind.RangeMalformed)]
    [InlineData("10.0.0.1-«9»", IpTextFaultKind.ShortRangeEnd)]
    [InlineData("10.0.0.1-«0.9»", IpTextFaultKind.ShortRangeEnd)]
    [InlineData("2001:db8::1-«ff»", IpTextFaultKind.ShortRangeEnd)]
    [InlineData("10.0.0.1« »", IpTextFaultKind.Whitespace)]
    [InlineData("10.0.0.1« »- 10.0.0.2", IpTextFaultKind.Whitespace)]
    [InlineData("10.0.0.1«\t»", IpTextFaultKind.ForeignCharacter)]
    [InlineData("10.0.0.1«\u2013»10.0.0.2", IpTextFaultKind.ForeignCharacter)]
    [InlineData("10.0.0.«\uFF11»", IpTextFaultKind.ForeignCharacter)]
    [InlineData("10.0.0.«\uD835\uDFCF»", IpTextFaultKind.ForeignCharacter)]
    [InlineData("«[»::1]:443", IpTextFaultKind.Brackets)]
    [InlineData("10.0.0.1«:443»", IpTextFaultKind.Port)]
    [InlineData("localhost«:443»", IpTextFaultKind.Port)]
    [InlineData("example.com«:443»", IpTextFaultKind.Port)]
    [InlineData("fe80::1«%»eth0", IpTextFaultKind.Zone)]
    [InlineData("«::ffff:10.0.0.1»", IpTextFaultKind.Mapped)]
    [InlineData("«::ffff:0:0/96»", IpTextFaultKind.Mapped)]
    [InlineData("«::ffff:10.0.0.0/104»", IpTextFaultKind.Mapped)]
    [InlineData("«::ffff:10.0.0.1-::ffff:10.0.0.9»", IpTextFaultKind.Mapped)]
    internal void A_fault_points_to_the_characters_it_is_about(string marked, IpTextFaultKind kind)
    {
        var text = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        var start = Math.Max(marked.IndexOf('«', StringComparison.Ordinal), 0);
        var end = Math.Max(marked.IndexOf('»', StringComparison.Ordinal) - 1, 0);

        var fault = Entries.Fault(text);

        Assert.Equal(new(kind, start, end - start), fault);
    }

    // Not a row above: metadata cannot hold half a pair.
    [Fact]
    public void A_surrogate_without_its_other_half_is_one_foreign_character() =>
        Assert.Equal(new(IpTextFaultKind.ForeignCharacter, 8, 1), Entries.Fault("10.0.0.1\uD835"));

    [Fact]
    public void Every_kind_of_fault_comes_up_among_the_examples()
    {
        var method = typeof(IpEntryTextTests).GetMethod(nameof(A_fault_points_to_the_characters_it_is_about), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic);
        var kinds = method!.GetCustomAttributes(typeof(InlineDataAttribute), inherit: false).Cast<InlineDataAttribute>().Select(static row => (IpTextFaultKind)row.Data[1]!).ToHashSet();

        Assert.Equal(Enum.GetValues<IpTextFaultKind>().Where(static kind => kind != IpTextFaultKind.None), kinds.Order());
    }

    [Theory]
    [InlineData("255.255.255.0", 24)]
    [InlineData("255.255.255.255", 32)]
    [InlineData("128.0.0.0", 1)]
    [InlineData("0.0.0.255", 24)]
    [InlineData("127.255.255.255", 1)]
    [InlineData("0.0.0.0", null)]
    [InlineData("255.0.255.0", null)]
    [InlineData("0.255.0.255", null)]
    public void A_netmask_is_read_as_a_prefix_length_where_it_is_one(string mask, int? expected)
    {
        Assert.True(IpPrefixLengthText.TryParseNetmask(IpTextSpan.Of(mask), out var length));
        Assert.Equal(expected, length);
    }

    [Theory]
    [InlineData("10.0.0.1-10.0.0.1", "10.0.0.1")]
    [InlineData("10.0.0.1/32", "10.0.0.1")]
    [InlineData("10.0.0.0-10.0.0.255", "10.0.0.0/24")]
    [InlineData("10.0.0.1-10.0.0.2", "10.0.0.1-10.0.0.2")]
    [InlineData("0.0.0.0-255.255.255.255", "0.0.0.0/0")]
    [InlineData("2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1")]
    [InlineData("1:0:0:2:0:0:0:3", "1:0:0:2::3")]
    [InlineData("1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7")]
    public void A_range_is_written_in_its_shortest_form(string text, string canonical) => Assert.Equal(canonical, Entries.Range(text).ToString());
}
