using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK2003: prefix lengths and ranges that are malformed.</summary>
public sealed class Psdk2003MalformedPrefixOrRangeTests
{
    private static readonly RuleVerifier Rule = new(RuleIds.MalformedPrefixOrRange);

    [Theory]
    [InlineData("192.0.2.0[|/|]", "'192.0.2.0/' ends after the '/'. Write the prefix length, or leave out the '/' for a single address.")]
    [InlineData("192.0.2.0/[|33|]", "'33' is too long for a prefix: at most 32 for IPv4, 128 for IPv6.")]
    [InlineData("'2001:db8::/[|129|]'", "'129' is too long for a prefix: at most 32 for IPv4, 128 for IPv6.")]
    [InlineData("192.0.2.0/[|+24|]", "'+24' is not a prefix length: a decimal number without sign or leading zero.")]
    [InlineData("192.0.2.0/[|024|]", "'024' is not a prefix length: a decimal number without sign or leading zero.")]
    [InlineData("192.0.2.0/[|1000|]", "'1000' is too long for a prefix: at most 32 for IPv4, 128 for IPv6.")]
    [InlineData("[|192.0.2.9-192.0.2.1|]", "'192.0.2.9-192.0.2.1' ends before it starts. Swap the two addresses.")]
    [InlineData("[|192.0.2.1-2001:db8::1|]", "'192.0.2.1-2001:db8::1' runs from one address family into the other. Write two entries.")]
    [InlineData("[|192.0.2.1-|]", "'192.0.2.1-' is not a range. Write first-last, with one '-' and two whole addresses.")]
    [InlineData("192.0.2.0-192.0.2.9[|/24|]", "'192.0.2.0-192.0.2.9/24' mixes a range with a prefix length. Write a range as first-last, two addresses, or write prefixes as entries of their own.")]
    [InlineData("[|192.0.2.0/24-192.0.3.0/24|]", "'192.0.2.0/24-192.0.3.0/24' mixes a range with a prefix length. Write a range as first-last, two addresses, or write prefixes as entries of their own.")]
    [InlineData("[|192.0.2.0/24-192.0.3.255|]", "'192.0.2.0/24-192.0.3.255' mixes a range with a prefix length. Write a range as first-last, two addresses, or write prefixes as entries of their own.")]
    [InlineData("[|2001:db8::/48-2001:db8:1::/48|]", "'2001:db8::/48-2001:db8:1::/48' mixes a range with a prefix length. Write a range as first-last, two addresses, or write prefixes as entries of their own.")]
    [InlineData("192.0.2.0/[|24-25|]", "'24-25' is not a prefix length: a decimal number without sign or leading zero.")]
    public void A_malformed_prefix_or_range_is_refused(string entry, string message) => Rule.FiresIn(RuleVerifier.Entry(entry), message);

    [Theory]
    [InlineData("192.0.2.0/24")]
    [InlineData("192.0.2.1/32")]
    [InlineData("2001:db8::/128")]
    [InlineData("192.0.2.1-192.0.2.1")]
    public void A_well_formed_one_is_taken(string entry) => Rule.IsQuietIn(RuleVerifier.Entry(entry));
}
