using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK4005: an entry of a client that every caller has already.</summary>
public sealed class Psdk4005ClientEntryInAllowTests
{
    private static readonly RuleVerifier Rule = new RuleVerifier(RuleIds.ClientEntryInAllow).Warns;

    [Theory]
    [InlineData("allow: [10.0.0.0/24]\nclients: {acme: {allow: [10.1.0.1, [|10.0.0.7|]]}}\n")]
    [InlineData("allow: [10.0.0.0/29, 10.0.0.4-10.0.0.9]\nclients: {acme: {allow: [10.1.0.1, {ip: [|10.0.0.7|], expires: 2027-01-31}]}}\n")]
    [InlineData("allow: [{ip: 10.0.0.0/24, expires: 2027-01-31}]\nclients: {acme: {allow: [10.1.0.1, {ip: [|10.0.0.7|], expires: 2027-01-31}]}}\n")]
    public void An_entry_that_everybody_has_is_told(string lists) => Rule.FiresIn("policy: sample\n" + lists, "10.0.0.7 is in 'allow' already, which is for every client. Remove it here, or there.");

    [Theory]
    [InlineData("allow: [10.0.0.0/24]\nclients: {acme: {allow: [10.0.0.0/23]}}\n")]
    [InlineData("allow: [{ip: 10.0.0.0/24, expires: 2027-01-31}]\nclients: {acme: {allow: [10.0.0.7]}}\n")]
    [InlineData("allow: [{ip: 10.0.0.0/24, only-in: Staging}]\nclients: {acme: {allow: [10.0.0.7]}}\n")]
    [InlineData("allow: [10.0.0.0/24]\nclients: {acme: {allow: [{ip: 10.0.0.7, off: moved}, 10.1.0.1]}}\n")]
    [InlineData("allow: [10.0.0.0/24]\nclients: {acme: {allow: [{ip: 10.0.0.7, waive: {rule: PSDK4005, reason: Until the office moves, until: 2026-12-31}}]}}\n")]
    public void An_entry_of_its_own_draws_nothing(string lists) => Rule.IsQuietIn("policy: sample\n" + lists);
}
