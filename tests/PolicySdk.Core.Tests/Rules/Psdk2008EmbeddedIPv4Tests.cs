using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK2008: IPv6 texts that carry an IPv4 address. The mapped form is an error, the others a warning.</summary>
public sealed class Psdk2008EmbeddedIPv4Tests
{
    private static readonly RuleVerifier Rule = new(RuleIds.EmbeddedIPv4);

    [Theory]
    [InlineData("[|::ffff:192.0.2.1|]", "'::ffff:192.0.2.1' is the IPv4-mapped form of IPv4. Write 192.0.2.1.")]
    [InlineData("{ip: [|::ffff:c000:200/120|]}", "'::ffff:c000:200/120' is the IPv4-mapped form of IPv4. Write 192.0.2.0/24.")]
    [InlineData("[|::ffff:192.0.2.1-::ffff:192.0.2.9|]", "'::ffff:192.0.2.1-::ffff:192.0.2.9' is the IPv4-mapped form of IPv4. Write 192.0.2.1-192.0.2.9.")]
    [InlineData("[|::ffff:0:0/96|]", "'::ffff:0:0/96' is the IPv4-mapped form of IPv4. Write the IPv4 networks that may call; this is every one.")]
    public void The_mapped_form_is_refused(string entry, string message) => Rule.FiresIn(RuleVerifier.Entry(entry), message);

    [Theory]
    [InlineData("2001:db8::1")]
    [InlineData("::/64")]
    [InlineData("::fffe:1:2")]
    [InlineData("2001:db8::192.0.2.1")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fd00::/8")]
    public void Other_IPv6_is_taken(string entry) => Rule.IsQuietIn(RuleVerifier.Entry(entry));

    [Theory]
    [InlineData("[|::192.0.2.33|]", "::c000:221 is IPv4-compatible IPv6. No IPv4 caller ever has this form. Write the IPv4 address itself.")]
    [InlineData("[|::1-::5|]", "::1-::5 is IPv4-compatible IPv6. No IPv4 caller ever has this form. Write the IPv4 address itself.")]
    [InlineData("{ip: [|::/100|]}", "::/100 is IPv4-compatible IPv6. No IPv4 caller ever has this form. Write the IPv4 address itself.")]
    [InlineData("[|::/96|]", "::/96 is IPv4-compatible IPv6. No IPv4 caller ever has this form. Write the IPv4 address itself.")]
    [InlineData("[|2002:c000:221::/48|]", "2002:c000:221::/48 is 6to4. No IPv4 caller ever has this form. Write the IPv4 address itself.")]
    [InlineData("[|64:ff9b::192.0.2.33|]", "64:ff9b::c000:221 is NAT64. No IPv4 caller ever has this form. Write the IPv4 address itself.")]
    [InlineData("[|\"64:ff9b:1::\"|]", "64:ff9b:1:: is local-use NAT64. No IPv4 caller ever has this form. Write the IPv4 address itself.")]
    public void Other_forms_draw_a_warning(string entry, string message) => Rule.Warns.FiresIn(RuleVerifier.Entry(entry), message);

    [Theory]
    [InlineData("policy: sample\nallow: [192.168.1.1]\nblock: ['2002::/16']\n")]
    [InlineData("policy: sample\nallow:\n  - {ip: '2000::/3', except: ['2002::/16']}\n")]
    [InlineData("policy: sample\nallow:\n  - {ip: '2002::/16', off: gone}\n")]
    public void Only_what_is_let_in_draws_a_warning(string text) => Rule.IsQuietIn(text);
}
