using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK3008: entries whose last review is longer ago than guardrails allow.</summary>
public sealed class Psdk3008ReviewDueTests
{
    private const string Guardrails = "review: 183d";

    private static readonly RuleVerifier Rule = new RuleVerifier(RuleIds.ReviewDue).Warns with { IsDated = true };

    [Theory]
    [InlineData("[|10.0.0.1|]", "10.0.0.1 has no 'reviewed', the day of its last review; the guardrails ask for one every 183 days.")]
    [InlineData("{ip: 10.0.0.1, reviewed: [|2026-05-25|]}", "10.0.0.1 was reviewed last on 2026-05-25; the guardrails ask for a review every 183 days. Is it still needed?")]
    [InlineData("{ip: 10.0.0.1, reviewed: [|2026-11-26|]}", "10.0.0.1 was reviewed on 2026-11-26, which is yet to come. Write the day of the last review.")]
    public void An_entry_that_is_due_is_told(string entry, string message) => Rule.FiresUnder(Guardrails, RuleVerifier.Entry(entry), message);

    [Theory]
    [InlineData("{ip: 10.0.0.1, reviewed: 2026-05-26}")]
    [InlineData("{ip: 10.0.0.0/24, reviewed: 2026-11-25, except: [10.0.0.1]}")]
    [InlineData("{ip: 10.0.0.1, off: later}\n  - {ip: 10.0.0.2, reviewed: 2026-11-25}")]
    [InlineData("{ip: 10.0.0.1, waive: {rule: PSDK3008, reason: New, until: 2026-12-31}}")]
    public void An_entry_that_was_reviewed_draws_nothing(string entry) =>
        Rule.IsQuiet((RuleVerifier.GuardrailsPath, RuleVerifier.Guardrails(Guardrails)), (RuleVerifier.PolicyPath, RuleVerifier.Entry(entry)));

    [Fact]
    public void Without_guardrails_nothing_is_due() => Rule.IsQuietIn(RuleVerifier.Entry("{ip: 10.0.0.1, reviewed: 2001-01-01}"));
}
