using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK2001: what is no address, prefix or range at all.</summary>
public sealed class Psdk2001NotAnAddressTests
{
    private static readonly RuleVerifier Rule = new(RuleIds.NotAnAddress);

    [Theory]
    [InlineData("[|partner.example.com|]", "'partner.example.com' is not an address. Names are not resolved: write the address, a prefix or first-last.")]
    [InlineData("[|any|]", "'any' is not an address. Names are not resolved: write the address, a prefix or first-last.")]
    [InlineData("'10.1.[|*|].*'", "'*' is a wildcard. Write 10.1.0.0/16.")]
    [InlineData("{ip: 192.0.2.[|256|]}", "'256' in '192.0.2.256' is more than 255.")]
    [InlineData("[|1.2.3.4.5|]", "'1.2.3.4.5' is not an IPv4 address: it takes exactly four numbers from 0 to 255.")]
    [InlineData("10.0.0.0/[|255.0.0.0|]", "'10.0.0.0/255.0.0.0' has a netmask. Write 10.0.0.0/8.")]
    [InlineData("10.0.0.0/[|0.255.255.255|]", "'10.0.0.0/0.255.255.255' has a netmask. Write 10.0.0.0/8.")]
    [InlineData("192.0.2.1-[|9|]", "'192.0.2.1-9' has a shortened end. Write 192.0.2.1-192.0.2.9.")]
    [InlineData("[|1:2:3|]", "'1:2:3' is not an IPv6 address: it takes eight groups of up to four hexadecimal digits, with '::' at most once.")]
    [InlineData("2001:db8::[|12345|]", "'2001:db8::12345' is not an IPv6 address: it takes eight groups of up to four hexadecimal digits, with '::' at most once.")]
    [InlineData("[|''|]", "An address is missing. Write one address, a prefix such as 192.0.2.0/24, or first-last.")]
    [InlineData("192.0.2[|·|]1", "'192.0.2·1' holds the character U+00B7; an address is plain ASCII. Type it anew.")]
    [InlineData("{ip: '[|😀|]192.0.2.1'}", "'😀192.0.2.1' holds the character U+1F600; an address is plain ASCII. Type it anew.")]
    public void What_is_no_address_is_told_with_what_to_write(string entry, string message) => Rule.FiresIn(RuleVerifier.Entry(entry), message);

    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("192.0.2.0/24")]
    [InlineData("192.0.2.1-192.0.2.9")]
    [InlineData("2001:db8::1")]
    public void An_address_a_prefix_and_a_range_are_taken(string entry) => Rule.IsQuietIn(RuleVerifier.Entry(entry));
}
