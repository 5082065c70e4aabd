using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK2009: IPv6 that is not written as RFC 5952 writes it.</summary>
public sealed class Psdk2009NonCanonicalTextTests
{
    private static readonly RuleVerifier Rule = new RuleVerifier(RuleIds.NonCanonicalText).Informs;

    [Theory]
    [InlineData("[|fd00:0:0::1|]", "fd00:0:0::1", "fd00::1")]
    [InlineData("[|FD00::A|]", "FD00::A", "fd00::a")]
    [InlineData("[|fd00:0db8::/032|]", "fd00:0db8::/32", "fd00:db8::/32")]
    [InlineData("{ip: [|\"fd00:0::1-FD00::2\"|]}", "fd00:0::1-FD00::2", "fd00::1-fd00::2")]
    [InlineData("[|fd00::1.2.3.4|]", "fd00::1.2.3.4", "fd00::102:304")]
    [InlineData("[|fd00:0::1/128|]", "fd00:0::1/128", "fd00::1/128")]
    public void Another_text_for_the_same_addresses_draws_a_remark(string entry, string text, string canonical) =>
        Rule.FiresIn(RuleVerifier.Entry(entry.Replace("/032", "/32", StringComparison.Ordinal)), $"'{text}' is not the canonical text (RFC 5952). Write {canonical}.");

    [Theory]
    [InlineData("fd00::1")]
    [InlineData("fd00::/64")]
    [InlineData("fd00::1/128")]
    [InlineData("fd00::1-fd00::1:1")]
    [InlineData("10.0.0.0-10.0.0.255")]
    [InlineData("10.0.0.1/32")]
    public void Canonical_text_draws_nothing(string entry) => Rule.IsQuietIn(RuleVerifier.Entry(entry));
}
