using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK1005: <c>fe80::</c> without quotes is a key to YAML.</summary>
public sealed class Psdk1005UnquotedAddressTests
{
    private static readonly RuleVerifier Rule = new(RuleIds.UnquotedAddress);

    [Theory]
    [InlineData("policy: sample\nallow:\n  - [|2001:db8::|]\n", "2001:db8::")]
    [InlineData("policy: sample\nallow:\n  - [|::|]\n", "::")]
    [InlineData("policy: sample\nallow:\n  - ip: [|2001:db8::|]\n", "2001:db8::")]
    [InlineData("policy: sample\nallow:\n  - ip: [|2001:db8::|] # the lab\n    note: x\n", "2001:db8::")]
    [InlineData("policy: sample\nallow:\n  - {ip: [|2001:db8::|]}\n", "2001:db8::")]
    [InlineData("policy: sample\nallow:\n  - {ip: [|2001:db8::|], note: x}\n", "2001:db8::")]
    [InlineData("policy: sample\nallow: [[|2001:db8::|]]\n", "2001:db8::")]
    [InlineData("policy: sample\r\nallow:\r\n  - ip: [|2001:db8::|]\r\n", "2001:db8::")]
    [InlineData("policy: sample\nallow:\n  - [|192.0.2.1|]:\n", "192.0.2.1")]
    [InlineData("policy: sample\nallow:\n  - ip: [|192.0.2.1:|]\n", "192.0.2.1")]
    public void An_address_that_yaml_reads_as_a_key_is_told_apart(string text, string address) =>
        Rule.FiresIn(text, $"YAML reads an unquoted address that ends in ':' as a key. Quote it: \"{address}\".");

    [Theory]
    [InlineData("\"2001:db8::\"")]
    [InlineData("'2001:db8::'")]
    [InlineData("2001:db8::/32")]
    [InlineData("2001:db8::1")]
    [InlineData("{ip: \"2001:db8::\"}")]
    public void A_quoted_address_or_one_that_goes_on_is_none(string entry) => Rule.IsQuietIn(RuleVerifier.Entry(entry));

    [Fact]
    public void Another_fault_in_a_line_with_a_comment_about_an_address_is_not_mistaken() => Rule.IsQuietIn("policy: sample\nallow: [192.0.2.1] x # was fe80::\n");
}
