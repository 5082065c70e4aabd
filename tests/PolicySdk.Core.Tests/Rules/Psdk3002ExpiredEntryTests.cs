using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK3002: entries whose last day lies before the day of the build.</summary>
public sealed class Psdk3002ExpiredEntryTests
{
    private static readonly RuleVerifier Rule = new RuleVerifier(RuleIds.ExpiredEntry).Warns with { IsDated = true };

    [Theory]
    [InlineData("policy: sample\nallow:\n  - 10.0.0.1\n  - {ip: 10.0.0.9, expires: [|2026-11-24|]}\n", "10.0.0.9 expired on 2026-11-24: the entry counts no longer. Remove it, or renew it.")]
    [InlineData("policy: sample\nclients: {acme: {allow: [{ip: fd00::/64, expires: [|2001-01-01|]}]}}\n", "fd00::/64 expired on 2001-01-01: the entry counts no longer. Remove it, or renew it.")]
    [InlineData("policy: sample\nallow: [10.0.0.1]\nblock: [{ip: 10.0.0.1, expires: [|2026-11-24|]}]\n", "10.0.0.1 expired on 2026-11-24: the entry counts no longer. Remove it, or renew it.")]
    [InlineData("policy: sample\nallow: [{ip: 10.0.0.0/8, except: [{ip: 10.0.0.1, expires: [|2026-11-24|]}]}]\n", "10.0.0.1 expired on 2026-11-24: the entry counts no longer. Remove it, or renew it.")]
    public void An_entry_that_has_ended_is_told(string policy, string message) => Rule.FiresIn(policy, message);

    [Fact]
    public void Networks_are_told_where_they_are_defined_and_their_users_by_name() =>
        Rule.Fires(
            [
                (RuleVerifier.NetworksPath, "networks:\n  office: {addresses: [10.0.0.1, {ip: 10.0.0.9, expires: [|2026-11-24|]}]}\n"),
                (RuleVerifier.PolicyPath, "policy: sample\nallow: [10.1.0.1, {net: office, expires: [|2026-11-23|]}]\n"),
            ],
            "10.0.0.9 expired on 2026-11-24: the entry counts no longer. Remove it, or renew it.",
            "network 'office' expired on 2026-11-23: the entry counts no longer. Remove it, or renew it.");

    [Theory]
    [InlineData("{ip: 10.0.0.1, expires: 2026-11-25}")]
    [InlineData("{ip: 10.0.0.1, expires: 2020-01-01, off: kept}\n  - 10.0.0.2")]
    [InlineData("{ip: 10.0.0.1, expires: 2020-01-01, waive: {rule: PSDK3002, reason: To be renewed, until: 2026-12-31}}")]
    public void An_entry_that_counts_today_draws_nothing(string entry) => Rule.IsQuietIn(RuleVerifier.Entry(entry));
}
