using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK3003: entries that end within the span of the guardrails.</summary>
public sealed class Psdk3003ExpiresSoonTests
{
    private static readonly RuleVerifier Rule = new RuleVerifier(RuleIds.ExpiresSoon).Informs with { IsDated = true };

    [Theory]
    [InlineData("2026-11-25", "today")]
    [InlineData("2026-11-26", "in 1 day")]
    [InlineData("2026-12-25", "in 30 days")]
    public void An_entry_that_ends_soon_is_told(string day, string when) =>
        Rule.FiresUnder("expiry: {warn: 30d}", RuleVerifier.Entry($"{{ip: 10.0.0.1, expires: [|{day}|]}}"), $"10.0.0.1 expires {when}, on {day}. Renew it if it is still needed.");

    [Theory]
    [InlineData("{ip: 10.0.0.1, expires: 2026-12-26}")]
    [InlineData("{ip: 10.0.0.1, expires: 2026-11-24}")]
    [InlineData("{ip: 10.0.0.1, expires: 2026-11-26, waive: {rule: PSDK3003, reason: It ends then, until: 2026-12-31}}")]
    [InlineData("10.0.0.1")]
    public void An_entry_that_ends_later_or_has_ended_draws_nothing(string entry) =>
        Rule.IsQuiet((RuleVerifier.GuardrailsPath, RuleVerifier.Guardrails("expiry: {warn: 30d}")), (RuleVerifier.PolicyPath, RuleVerifier.Entry(entry)));

    [Fact]
    public void Without_guardrails_nobody_is_warned() => Rule.IsQuietIn(RuleVerifier.Entry("{ip: 10.0.0.1, expires: 2026-11-26}"));
}
