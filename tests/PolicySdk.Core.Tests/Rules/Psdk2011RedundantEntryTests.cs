using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK2011: an entry inside the union of others, and entries that are one together.</summary>
public sealed class Psdk2011RedundantEntryTests
{
    private static readonly RuleVerifier Rule = new RuleVerifier(RuleIds.RedundantEntry).Warns;

    [Theory]
    [InlineData("policy: sample\nallow:\n  - 10.0.0.0/8\n  - [|10.0.0.1|]\n", "10.0.0.0/8 in line 3")]
    [InlineData("policy: sample\nallow:\n  - [|10.0.0.1|]\n  - 10.0.0.0/8\n", "10.0.0.0/8 in line 4")]
    [InlineData("policy: sample\nallow:\n  - {ip: 10.0.0.0-10.0.0.9, note: A}\n  - [|10.0.0.5-10.0.0.14|]\n  - 10.0.0.10-10.0.0.19\n", "10.0.0.0-10.0.0.9 in line 3, 10.0.0.10-10.0.0.19 in line 5")]
    [InlineData("policy: sample\nallow:\n  - 10.0.0.0/8\n  - {ip: [|10.0.0.1|], expires: 2027-01-31, only-in: Staging}\n", "10.0.0.0/8 in line 3")]
    [InlineData("policy: sample\nallow: [10.1.0.1]\nblock:\n  - {ip: 10.9.0.0/16, from: 2026-01-01, expires: 2026-12-31}\n  - {ip: [|10.9.0.1|], from: 2026-02-01, expires: 2026-12-30}\n", "10.9.0.0/16 in line 4")]
    public void An_entry_that_others_hold_is_told(string policy, string others) =>
        Rule.FiresIn(policy, $"Inside {others}, for at least as long. Remove it, or narrow the others.");

    [Fact]
    public void Of_an_entry_and_its_halves_the_halves_are_told() =>
        Rule.FiresIn(
            "policy: sample\nallow:\n  - 10.0.0.0/24\n  - [|10.0.0.0/25|]\n  - [|10.0.0.128/25|]\n",
            "Inside 10.0.0.0/24 in line 3, for at least as long. Remove it, or narrow the others.",
            "Inside 10.0.0.0/24 in line 3, for at least as long. Remove it, or narrow the others.");

    [Fact]
    public void Names_three_and_counts_the_rest() =>
        Rule.Fires(
            [
                (RuleVerifier.NetworksPath, "networks: {probes: {addresses: [10.0.0.1, 10.2.0.1, 10.4.0.1, 10.6.0.1]}}\n"),
                (RuleVerifier.PolicyPath, "policy: sample\nallow:\n  - {net: [|probes|]}\n  - 10.0.0.0/24\n  - 10.2.0.0/24\n  - 10.4.0.0/24\n  - 10.6.0.0/24\n"),
            ],
            "Inside 10.0.0.0/24 in line 4, 10.2.0.0/24 in line 5, 10.4.0.0/24 in line 6 and 1 more, for at least as long. Remove it, or narrow the others.");

    [Fact]
    public void Networks_count_as_what_they_hold() =>
        Rule.Fires(
            [
                (RuleVerifier.NetworksPath, "networks:\n  office: {addresses: [10.0.0.0/24]}\n  staff: {addresses: [{net: office}, 10.2.0.0/24]}\n"),
                (RuleVerifier.PolicyPath, "policy: sample\nallow:\n  - {net: staff}\n  - {net: [|office|]}\n  - [|10.2.0.7|]\n"),
            ],
            "Inside network 'staff' in line 3, for at least as long. Remove it, or narrow the others.",
            "Inside network 'staff' in line 3, for at least as long. Remove it, or narrow the others.");

    [Theory]
    [InlineData("[[|10.0.0.0/25|], 10.0.0.128/25]", "2 entries that say the same of themselves are one together: 10.0.0.0/24. Write that.")]
    [InlineData("[10.0.0.3, 10.0.0.2, [|10.0.0.1|]]", "3 entries that say the same of themselves are one together: 10.0.0.1-10.0.0.3. Write that.")]
    [InlineData("[{ip: [|10.0.0.2|], note: Probe}, {ip: 10.0.0.3, note: Probe}]", "2 entries that say the same of themselves are one together: 10.0.0.2/31. Write that.")]
    public void Neighbours_that_say_the_same_draw_a_remark(string entries, string message) => Rule.Informs.FiresIn($"policy: sample\nallow: {entries}\n", message);

    [Theory]
    [InlineData("policy: sample\nallow:\n  - {ip: 10.0.0.2, note: Probe}\n  - 10.0.0.3\n")]
    [InlineData("policy: sample\nallow:\n  - {ip: 10.0.0.2, expires: 2027-01-31}\n  - {ip: 10.0.0.3, expires: 2027-02-28}\n")]
    [InlineData("policy: sample\nallow: [10.0.0.0/25, 10.0.0.127-10.0.0.129]\n")]
    [InlineData("policy: sample\nallow:\n  - {ip: 10.0.0.0/8, expires: 2027-01-31}\n  - 10.0.0.1\n")]
    [InlineData("policy: sample\nallow:\n  - {ip: 10.0.0.0/8, except: [{ip: 10.0.0.1, from: 2027-01-01}]}\n  - 10.0.0.1\n")]
    [InlineData("policy: sample\nallow: [255.255.255.255, '::']\n")]
    [InlineData("policy: sample\nallow:\n  - 10.0.0.0/8\n  - {ip: 10.0.0.1, waive: {rule: PSDK2011, reason: Kept when the wide one goes, until: 2026-12-31}}\n")]
    public void What_adds_something_draws_nothing(string policy) => Rule.IsQuietIn(policy);

    [Fact]
    public void The_same_exceptions_around_make_an_entry_redundant() =>
        Rule.FiresIn(
            "policy: sample\nallow:\n  - {ip: 10.0.0.0/8, except: [{ip: 10.0.0.0/24, from: 2027-01-01}]}\n  - {ip: [|10.0.0.0/16|], except: [{ip: 10.0.0.0/24, from: 2026-12-01}]}\n",
            "Inside 10.0.0.0/8 in line 3, for at least as long. Remove it, or narrow the others.");
}
