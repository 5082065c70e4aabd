using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK2007: entries wider than guardrails allow, or that let in an address that is never allowed.</summary>
public sealed class Psdk2007OutsideGuardrailsTests
{
    private static readonly RuleVerifier Rule = new(RuleIds.OutsideGuardrails, IsFatal: false);

    [Theory]
    [InlineData("[|10.0.0.0/23|]", "10.0.0.0/23 is wider than the /24 that the guardrails allow for IPv4. Write the networks that call, or have the guardrails changed.")]
    [InlineData("{ip: [|10.0.0.0-10.0.1.0|], except: [10.0.0.0/25]}", "10.0.0.0-10.0.1.0 is wider than the /24 that the guardrails allow for IPv4. Write the networks that call, or have the guardrails changed.")]
    [InlineData("[|fd00::/47|]", "fd00::/47 is wider than the /48 that the guardrails allow for IPv6. Write the networks that call, or have the guardrails changed.")]
    public void An_entry_wider_than_the_widest_is_refused(string entry, string message) => Rule.FiresUnder("widest: {v4: 24, v6: 48}", RuleVerifier.Entry(entry), message);

    [Theory]
    [InlineData("[|10.0.0.0/24|]", "10.0.0.0/24 lets in 10.0.0.7, which the guardrails never allow. Take it out with 'except', or remove the entry.")]
    [InlineData("{ip: [|10.0.0.7|], expires: 2027-01-31}", "10.0.0.7 lets in 10.0.0.7, which the guardrails never allow. Take it out with 'except', or remove the entry.")]
    [InlineData("{ip: [|10.0.0.0/24|], except: [{ip: 10.0.0.7, expires: 2027-01-31}]}", "10.0.0.0/24 lets in 10.0.0.7, which the guardrails never allow. Take it out with 'except', or remove the entry.")]
    [InlineData("[|fd00::/64|]", "fd00::/64 lets in fd00::2, which the guardrails never allow. Take it out with 'except', or remove the entry.")]
    public void An_address_that_is_never_allowed_is_refused(string entry, string message) => Rule.FiresUnder("never: [10.0.0.7, 'fd00::2/127']", RuleVerifier.Entry(entry), message);

    [Fact]
    public void Clients_are_held_to_it_as_well() =>
        Rule.FiresUnder(
            "widest: {v4: 24}, never: [10.0.0.7]",
            "policy: sample\nclients:\n  acme:\n    allow: [[|10.2.0.0/16|], [|10.0.0.7|]]\n",
            "10.2.0.0/16 is wider than the /24 that the guardrails allow for IPv4. Write the networks that call, or have the guardrails changed.",
            "10.0.0.7 lets in 10.0.0.7, which the guardrails never allow. Take it out with 'except', or remove the entry.");

    [Fact]
    public void A_network_is_told_where_it_is_defined() =>
        Rule.Fires(
            [
                (RuleVerifier.GuardrailsPath, RuleVerifier.Guardrails("widest: {v4: 24}, never: [10.0.0.7]")),
                (RuleVerifier.NetworksPath, "networks:\n  wide: {addresses: [[|10.2.0.0/16|], [|10.0.0.0/24|]]}\n"),
                (RuleVerifier.PolicyPath, RuleVerifier.Entry("{net: wide}")),
            ],
            "10.2.0.0/16 is wider than the /24 that the guardrails allow for IPv4. Write the networks that call, or have the guardrails changed.",
            "10.0.0.0/24 lets in 10.0.0.7, which the guardrails never allow. Take it out with 'except', or remove the entry.");

    [Theory]
    [InlineData("policy: sample\nallow: [10.0.1.0/24, 10.1.0.1-10.1.1.0, 'fd00:0:0:1::/64']\n")]
    [InlineData("policy: sample\nallow:\n  - {ip: 10.0.0.0/24, except: [10.0.0.7]}\nblock: [10.0.0.7, 10.64.0.0/10]\n")]
    [InlineData("policy: sample\nallow:\n  - 10.1.0.1\n  - {ip: 10.0.0.0/8, off: too wide}\n")]
    [InlineData("policy: sample\nallow:\n  - {ip: 10.0.0.7, waive: {rule: PSDK2007, reason: Probe, until: 2026-12-31}}\n")]
    public void What_keeps_to_them_draws_nothing(string policy) =>
        Rule.IsQuiet((RuleVerifier.GuardrailsPath, RuleVerifier.Guardrails("widest: {v4: 24, v6: 48}, never: [10.0.0.7, 'fd00::2/127']")), (RuleVerifier.PolicyPath, policy));
}
