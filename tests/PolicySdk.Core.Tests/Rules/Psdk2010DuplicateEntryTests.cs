using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK2010: two entries of one list with the same addresses.</summary>
public sealed class Psdk2010DuplicateEntryTests
{
    private static readonly RuleVerifier Rule = new RuleVerifier(RuleIds.DuplicateEntry).Warns;

    [Theory]
    [InlineData("policy: sample\nallow:\n  - 10.0.0.1\n  - {ip: [|10.0.0.1|], note: Again}\n", "10.0.0.1 in line 3")]
    [InlineData("policy: sample\nallow:\n  - 10.0.0.0/24\n  - 10.9.0.0/24\n  - [|10.0.0.0-10.0.0.255|]\n", "10.0.0.0/24 in line 3")]
    [InlineData("policy: sample\nallow:\n  - {ip: [|10.0.0.1|], expires: 2027-01-31}\n  - 10.0.0.1\n", "10.0.0.1 in line 4")]
    [InlineData("policy: sample\nallow:\n  - {ip: 10.0.0.1, expires: 2027-01-31}\n  - {ip: [|10.0.0.1|], expires: 2027-01-30}\n", "10.0.0.1 in line 3")]
    [InlineData("policy: sample\nallow:\n  - {ip: 10.0.0.1, only-in: [Staging, Development]}\n  - {ip: [|10.0.0.1|], only-in: development}\n", "10.0.0.1 in line 3")]
    [InlineData("policy: sample\nallow: [10.0.0.1]\nblock:\n  - 10.9.0.1\n  - [|10.9.0.1|]\n", "10.9.0.1 in line 4")]
    [InlineData("policy: sample\nclients:\n  acme:\n    allow:\n      - fd00::1\n      - [|fd00::1|]\n", "fd00::1 in line 5")]
    public void The_entry_that_adds_nothing_is_told(string policy, string other) => Rule.FiresIn(policy, $"The same addresses as {other}. Keep one of the two.");

    [Fact]
    public void Each_of_many_is_told_once() =>
        Rule.FiresIn(
            "policy: sample\nallow:\n  - 10.0.0.1\n  - [|10.0.0.1|]\n  - [|10.0.0.1|]\n",
            "The same addresses as 10.0.0.1 in line 3. Keep one of the two.",
            "The same addresses as 10.0.0.1 in line 3. Keep one of the two.");

    [Fact]
    public void Networks_count_as_what_they_hold() =>
        Rule.Fires(
            [
                (RuleVerifier.NetworksPath, "networks:\n  office: {addresses: [10.0.0.0/25, 10.0.0.128/25]}\n"),
                (RuleVerifier.PolicyPath, "policy: sample\nallow:\n  - {net: office}\n  - [|10.0.0.0/24|]\n"),
            ],
            "The same addresses as network 'office' in line 3. Keep one of the two.");

    [Fact]
    public void A_network_is_searched_itself() =>
        Rule.FiresInNetworks("networks:\n  office:\n    addresses:\n      - 10.0.0.1\n      - [|10.0.0.1|]\n", "The same addresses as 10.0.0.1 in line 4. Keep one of the two.");

    [Theory]
    [InlineData("policy: sample\nallow:\n  - {ip: 10.0.0.1, expires: 2027-01-31}\n  - {ip: 10.0.0.1, from: 2027-06-01}\n")]
    [InlineData("policy: sample\nallow:\n  - {ip: 10.0.0.1, only-in: Staging}\n  - {ip: 10.0.0.1, only-in: Development}\n")]
    [InlineData("policy: sample\nallow:\n  - {ip: 10.0.0.1, off: moved}\n  - 10.0.0.1\n")]
    [InlineData("policy: sample\nallow: [10.0.0.1]\nblock: [10.9.0.1]\nclients: {a: {allow: [10.1.0.1]}, b: {allow: [10.1.0.1]}}\n")]
    [InlineData("policy: sample\nallow:\n  - 10.0.0.1\n  - {ip: 10.0.0.1, waive: {rule: PSDK2010, reason: Two teams, until: 2026-12-31}}\n")]
    public void Other_days_places_and_lists_draw_nothing(string policy) => Rule.IsQuietIn(policy);
}
