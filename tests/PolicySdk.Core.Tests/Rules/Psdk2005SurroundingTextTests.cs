using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK2005: an address with something around it.</summary>
public sealed class Psdk2005SurroundingTextTests
{
    private static readonly RuleVerifier Rule = new(RuleIds.SurroundingText);

    [Theory]
    [InlineData("192.0.2.1[|:443|]", "'192.0.2.1:443' has a port. Write the address alone.")]
    [InlineData("'2001:db8::1[|]|]'", "'2001:db8::1]' has brackets. Write the address alone, without brackets and port.")]
    [InlineData("fe80::1[|%|]eth0", "'fe80::1%eth0' has a zone id ('%'), which means something on one machine only. Write the address alone.")]
    [InlineData("192.0.2.1[| |]office", "'192.0.2.1 office' holds a space. An entry is one address, one prefix or one range.")]
    [InlineData("'[| |]192.0.2.1'", "' 192.0.2.1' holds a space. An entry is one address, one prefix or one range.")]
    [InlineData("192.0.2.1[| |]- 192.0.2.9", "'192.0.2.1 - 192.0.2.9' holds a space. An entry is one address, one prefix or one range.")]
    public void What_stands_around_an_address_is_refused(string entry, string message) => Rule.FiresIn(RuleVerifier.Entry(entry), message);

    [Theory]
    [InlineData("192.0.2.1 # office")]
    [InlineData("2001:db8::1")]
    public void A_bare_address_is_taken(string entry) => Rule.IsQuietIn(RuleVerifier.Entry(entry));
}
