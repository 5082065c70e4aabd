using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK3004: what is no day, and days in the wrong order.</summary>
public sealed class Psdk3004InvalidDateTests
{
    private static readonly RuleVerifier Rule = new(RuleIds.InvalidDate);

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2025-02-29")]
    [InlineData("0000-00-00")]
    [InlineData("2026-6-1")]
    [InlineData("01/06/2026")]
    [InlineData("tomorrow")]
    [InlineData("2026-06-01T00:00:00Z")]
    [InlineData("20260601")]
    public void What_is_no_day_is_refused(string date)
    {
        var message = $"'{date}' is not a day of the calendar. Write YYYY-MM-DD, without a time.";
        Rule.FiresIn(RuleVerifier.Entry($"{{ip: 192.168.1.1, expires: [|{date}|]}}"), message);
        Rule.FiresIn(RuleVerifier.Entry($"{{ip: 192.168.1.1, from: '[|{date}|]'}}").Replace("'[|", "[|'", StringComparison.Ordinal).Replace("|]'", "'|]", StringComparison.Ordinal), message);
        Rule.FiresIn($"policy: sample\nmode: {{report-until: [|{date}|]}}\nallow: [192.168.1.1]\n", message);
    }

    [Fact]
    public void An_entry_that_ends_before_it_starts_is_refused() =>
        Rule.FiresIn(
            RuleVerifier.Entry("{ip: 192.168.1.1, from: [|2027-02-01|], expires: 2027-01-31}"),
            "The entry starts on 2027-02-01, after it expires on 2027-01-31: it never counts. Correct one of the two.");

    [Theory]
    [InlineData("{ip: 192.168.1.1, from: 2027-01-31, expires: 2027-01-31}")]
    [InlineData("{ip: 192.168.1.1, expires: 2024-02-29}")]
    [InlineData("{ip: 192.168.1.1, expires: '9999-12-31'}")]
    public void A_day_is_taken_with_or_without_quotes(string entry) => Rule.IsQuietIn(RuleVerifier.Entry(entry));
}
