using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using PolicySdk.Addresses;

namespace PolicySdk.Core.Tests.Addresses;

/// <summary>What is written is read back, and it is the text of RFC 5952.</summary>
public sealed partial class AddressTextRoundTripTests
{
    private const int Iterations = 5_000;

    [Fact]
    public void An_IPv4_address_is_written_as_the_platform_does_and_read_back() =>
        Gen.UInt.Sample(
            static number =>
            {
                var value = IpAddressValue.IPv4(number);
                var bytes = new[] { (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number };
                Assert.Equal(new IPAddress(bytes).ToString(), value.ToString());
                Assert.Equal(value, Entries.Address(value.ToString()));
            },
            iter: Iterations);

    [Fact]
    public void An_IPv6_address_is_written_as_RFC_5952_says_and_read_back() =>
        AddressTexts.IPv6Values.Sample(
            static value =>
            {
                Assert.Equal(Canonical(value), value.ToString());
                Assert.Equal(value, Entries.Address(value.ToString()));
            },
            iter: Iterations);

    [Fact]
    public void The_platform_writes_the_same_IPv6_text_unless_it_ends_in_IPv4() =>
        AddressTexts.IPv6Values.Sample(
            static value =>
            {
                var platform = new IPAddress(Bytes(value)).ToString();
                Assert.Equal(IPAddress.Parse(value.ToString()), IPAddress.Parse(platform));
                Assert.True(platform.Contains('.', StringComparison.Ordinal) || platform == value.ToString(), platform);
            },
            iter: Iterations);

    [Fact]
    public void An_entry_is_read_back_from_its_canonical_text() =>
        AddressTexts.Entry.Where(static text => IpEntryText.TryParse(text, out _, out _)).Sample(
            static text =>
            {
                var range = Entries.Range(text);
                Assert.Equal(range, Entries.Range(range.ToString()));
                Assert.Equal(range.ToString(), Entries.Range(range.ToString()).ToString());
            },
            iter: Iterations);

    // Independent of the product: all eight groups, then the longest run of zeros, the first of equals, becomes "::".
    private static string Canonical(IpAddressValue value)
    {
        var hex = Convert.ToHexStringLower(Bytes(value));
        var groups = string.Join(':', hex.Chunk(4).Select(static group => int.Parse(group, NumberStyles.HexNumber, CultureInfo.InvariantCulture).ToString("x", CultureInfo.InvariantCulture)));
        var run = ZeroRun().Matches(groups).OrderByDescending(static match => match.Length).ThenBy(static match => match.Index).FirstOrDefault();
        return run is null ? groups : groups[..run.Index].TrimEnd(':') + "::" + groups[(run.Index + run.Length)..].TrimStart(':');
    }

    private static byte[] Bytes(IpAddressValue value) => [.. BitConverter.GetBytes(value.Lower).Concat(BitConverter.GetBytes(value.Upper)).Reverse()];

    [GeneratedRegex(@"\b0(:0)+\b")]
    private static partial Regex ZeroRun();
}
