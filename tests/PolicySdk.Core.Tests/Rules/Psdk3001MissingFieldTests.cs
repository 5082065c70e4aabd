using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK3001: a field that guardrails require, or a ticket that is not as they require.</summary>
public sealed class Psdk3001MissingFieldTests
{
    private const string Required = "require: [note, ticket], ticket: '^[A-Z]+-[0-9]+$'";

    private static readonly RuleVerifier Rule = new(RuleIds.MissingField, IsFatal: false);

    [Theory]
    [InlineData("[|10.0.0.1|]", "The entry has no 'note' and no 'ticket', which the guardrails require. Add them.")]
    [InlineData("{ip: [|10.0.0.1|], note: Probe}", "The entry has no 'ticket', which the guardrails require. Add it.")]
    [InlineData("{ip: 10.0.0.1, note: Probe, ticket: [|ops 12|]}", "The ticket 'ops 12' does not match '^[A-Z]+-[0-9]+$', as the guardrails require.")]
    public void What_is_missing_is_told(string entry, string message) => Rule.FiresUnder(Required, RuleVerifier.Entry(entry), message);

    [Fact]
    public void Clients_blocks_and_networks_are_held_to_it() =>
        Rule.Fires(
            [
                (RuleVerifier.GuardrailsPath, RuleVerifier.Guardrails("require: [owner, expires, reviewed]")),
                (RuleVerifier.NetworksPath, "networks:\n  office: {addresses: [[|10.0.0.1|]]}\n"),
                (RuleVerifier.PolicyPath, "policy: sample\nallow: [{net: office}]\nclients: {acme: {allow: [[|10.1.0.1|]]}}\nblock: [{ip: [|10.2.0.1|], owner: soc}]\n"),
            ],
            "The entry has no 'owner' and no 'expires' and no 'reviewed', which the guardrails require. Add them.",
            "The entry has no 'owner' and no 'expires' and no 'reviewed', which the guardrails require. Add them.",
            "The entry has no 'expires' and no 'reviewed', which the guardrails require. Add them.");

    [Fact]
    public void A_ticket_is_held_to_the_pattern_wherever_it_stands() =>
        Rule.Fires(
            [
                (RuleVerifier.GuardrailsPath, RuleVerifier.Guardrails("ticket: '^[A-Z]+-[0-9]+$'")),
                (RuleVerifier.NetworksPath, "networks: {office: {addresses: [10.0.0.0/24]}}\n"),
                (RuleVerifier.PolicyPath, "policy: sample\nallow: [{net: office, ticket: [|x|], except: [{ip: 10.0.0.1, ticket: [|y|]}]}]\n"),
            ],
            "The ticket 'x' does not match '^[A-Z]+-[0-9]+$', as the guardrails require.",
            "The ticket 'y' does not match '^[A-Z]+-[0-9]+$', as the guardrails require.");

    [Fact]
    public void A_pattern_that_backtracks_for_ever_elsewhere_answers() =>
        Rule.FiresUnder(
            "ticket: '^(([a-z])+.)+[A-Z]([a-z])+$'",
            RuleVerifier.Entry("{ip: 10.0.0.1, ticket: [|aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|]}"),
            "The ticket 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' does not match '^(([a-z])+.)+[A-Z]([a-z])+$', as the guardrails require.");

    [Theory]
    [InlineData("policy: sample\nallow: [{ip: 10.0.0.1, note: Probe, ticket: OPS-12}]\n")]
    [InlineData("policy: sample\nallow:\n  - {ip: 10.0.0.0/24, note: Lab, ticket: OPS-12, except: [10.0.0.1]}\n  - {ip: 10.0.0.9, off: later}\n")]
    [InlineData("policy: sample\nallow: [{ip: 10.0.0.1, waive: {rule: PSDK3001, reason: Ticket system is down, until: 2026-12-31}}]\n")]
    public void What_is_there_draws_nothing(string policy) => Rule.IsQuiet((RuleVerifier.GuardrailsPath, RuleVerifier.Guardrails(Required)), (RuleVerifier.PolicyPath, policy));

    [Theory]
    [InlineData("policy: sample\nowner: platform\nallow: [10.0.0.1]\nclients: {acme: {allow: [10.1.0.1]}}\n")]
    [InlineData("policy: sample\nclients: {acme: {owner: sales, allow: [10.1.0.1]}}\n")]
    public void The_owner_around_counts(string policy) => Rule.IsQuiet((RuleVerifier.GuardrailsPath, RuleVerifier.Guardrails("require: [owner]")), (RuleVerifier.PolicyPath, policy));
}
