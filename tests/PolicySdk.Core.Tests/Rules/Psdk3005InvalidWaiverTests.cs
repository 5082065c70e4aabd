using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK3005: waivers without reason or end, past it, for the wrong rule, or longer than allowed.</summary>
public sealed class Psdk3005InvalidWaiverTests
{
    private static readonly RuleVerifier Rule = new(RuleIds.InvalidWaiver, IsFatal: false);

    [Theory]
    [InlineData("{rule: [|PSDK2012|], until: 2026-12-31}", "The waiver of PSDK2012 has no reason. Add 'reason'.")]
    [InlineData("{rule: [|PSDK2012|], reason: Probe}", "The waiver of PSDK2012 has no end. Add 'until: YYYY-MM-DD'.")]
    [InlineData("{rule: [|PSDK9999|], reason: Probe, until: 2026-12-31}", "There is no rule 'PSDK9999' that an entry can break. Write the id of the message that is to be silenced.")]
    [InlineData("{rule: [|PSDK2001|], reason: Probe, until: 2026-12-31}", "PSDK2001 can't be waived: what it finds can't be compiled. Correct the entry.")]
    [InlineData("{rule: [|PSDK4002|], reason: Probe, until: 2026-12-31}", "PSDK4002 is not about an entry, so no entry can waive it. Guardrails can change its severity.")]
    [InlineData("[|{reason: Probe, until: 2026-12-31}|]", "The waiver names no rule. Write {rule: PSDKnnnn, reason: TEXT, until: YYYY-MM-DD}.")]
    public void A_waiver_with_a_fault_is_refused_and_says_it_once(string waiver, string message) =>
        Rule.FiresIn(RuleVerifier.Entry($"{{ip: 10.0.0.1, waive: {waiver}}}"), message);

    [Fact]
    public void Of_a_list_each_is_held_to_it() =>
        Rule.FiresIn(
            RuleVerifier.Entry("{ip: 127.0.0.1, waive: [{rule: [|PSDK2012|], until: 2026-12-31}, {rule: PSDK2009, reason: Probe, until: 2026-12-31}, {rule: [|PSDK2011|], reason: Probe}]}"),
            "The waiver of PSDK2012 has no reason. Add 'reason'.",
            "The waiver of PSDK2011 has no end. Add 'until: YYYY-MM-DD'.");

    [Theory]
    [InlineData("127.0.0.1", "PSDK2012", "The waiver of PSDK2012 ended on 2026-11-24. Correct the entry, or have the waiver renewed.")]
    [InlineData("0.0.0.0/0", "PSDK2006", "The waiver of PSDK2006 ended on 2026-11-24 and the entry counts no longer. Correct the entry, or have the waiver renewed.")]
    public void A_waiver_that_has_ended_fails_the_build_and_changes_nothing_that_is_generated(string address, string rule, string message) =>
        (Rule with { IsDated = true }).FiresIn(RuleVerifier.Entry($"{{ip: {address}, waive: {{rule: {rule}, reason: Probe, until: [|2026-11-24|]}}}}"), message);

    [Fact]
    public void A_waiver_longer_than_guardrails_allow_fails_the_build() =>
        (Rule with { IsDated = true }).FiresUnder(
            "waivers: {longest: 90d}",
            RuleVerifier.Entry("{ip: 127.0.0.1, waive: {rule: PSDK2012, reason: Probe, until: [|2027-02-24|]}}"),
            "The waiver of PSDK2012 lasts 91 days more; the guardrails allow 90. Write an earlier day.");

    [Theory]
    [InlineData("{rule: PSDK2012, reason: Probe, until: 2026-11-25}")]
    [InlineData("{rule: PSDK2012, reason: Probe, until: 2027-02-23}")]
    [InlineData("[{rule: PSDK2012, reason: Probe, until: 2026-12-31}, {rule: PSDK2008, reason: Probe, until: 2026-12-31}]")]
    public void A_waiver_that_holds_draws_nothing(string waiver) =>
        Rule.IsQuiet((RuleVerifier.GuardrailsPath, RuleVerifier.Guardrails("waivers: {longest: 90d}")), (RuleVerifier.PolicyPath, RuleVerifier.Entry($"{{ip: 127.0.0.1, waive: {waiver}}}")));
}
