using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK3006: a report mode whose last day lies before the day of the build.</summary>
public sealed class Psdk3006ReportModeEndedTests
{
    private static readonly RuleVerifier Rule = new RuleVerifier(RuleIds.ReportModeEnded).Errs with { IsDated = true };

    [Fact]
    public void A_report_mode_that_has_ended_fails_the_build_and_changes_nothing_that_is_generated() =>
        Rule.FiresIn(
            "policy: sample\nmode: {report-until: [|2026-11-24|]}\nallow: [10.0.0.1]\n",
            "Report mode ended on 2026-11-24: the policy enforces. Write 'mode: enforce', or a later day if it is to go on.");

    [Fact]
    public void A_report_mode_that_lasts_longer_than_guardrails_allow_fails_the_build() =>
        Rule.FiresUnder(
            "report: {longest: 60d}",
            "policy: sample\nmode: {report-until: [|2027-01-25|]}\nallow: [10.0.0.1]\n",
            "Report mode lasts 61 days more, in which nobody is refused; the guardrails allow 60. Write an earlier day.");

    [Fact]
    public void A_report_mode_as_long_as_guardrails_allow_draws_nothing() =>
        Rule.IsQuiet((RuleVerifier.GuardrailsPath, RuleVerifier.Guardrails("report: {longest: 60d}")), (RuleVerifier.PolicyPath, "policy: sample\nmode: {report-until: 2027-01-24}\nallow: [10.0.0.1]\n"));

    [Theory]
    [InlineData("{report-until: 2026-11-25}")]
    [InlineData("enforce")]
    public void A_report_mode_that_goes_on_draws_nothing(string mode) => Rule.IsQuietIn($"policy: sample\nmode: {mode}\nallow: [10.0.0.1]\n");
}
