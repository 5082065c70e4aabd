using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK2004: a prefix whose address is not its first.</summary>
public sealed class Psdk2004HostBitsSetTests
{
    private static readonly RuleVerifier Rule = new(RuleIds.HostBitsSet);

    [Theory]
    [InlineData("[|192.0.2.1/24|]", "'192.0.2.1/24' has host bits set. Write 192.0.2.0/24 for the whole network, or 192.0.2.1 for the one address.")]
    [InlineData("{ip: [|2001:db8::1/64|]}", "'2001:db8::1/64' has host bits set. Write 2001:db8::/64 for the whole network, or 2001:db8::1 for the one address.")]
    [InlineData("{ip: \"[|2001:db8::1/64|]\"}", "'2001:db8::1/64' has host bits set. Write 2001:db8::/64 for the whole network, or 2001:db8::1 for the one address.")]
    [InlineData("{note: 😀, ip: [|10.0.0.1/8|]}", "'10.0.0.1/8' has host bits set. Write 10.0.0.0/8 for the whole network, or 10.0.0.1 for the one address.")]
    [InlineData("[|10.0.0.1/0|]", "'10.0.0.1/0' has host bits set. Write 10.0.0.1 for the one address; a prefix of length 0 is every address.")]
    [InlineData("{ip: 192.0.2.0/24, except: [[|192.0.2.9/28|]]}", "'192.0.2.9/28' has host bits set. Write 192.0.2.0/28 for the whole network, or 192.0.2.9 for the one address.")]
    public void Both_readings_are_offered(string entry, string message) => Rule.FiresIn(RuleVerifier.Entry(entry), message);

    [Theory]
    [InlineData("192.0.2.0/24")]
    [InlineData("192.0.2.1/32")]
    [InlineData("2001:db8::/32")]
    [InlineData("2001:db8::1/128")]
    public void A_prefix_without_host_bits_is_taken(string entry) => Rule.IsQuietIn(RuleVerifier.Entry(entry));
}
