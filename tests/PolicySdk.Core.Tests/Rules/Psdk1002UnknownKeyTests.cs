using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK1002: keys that nobody reads, and keys that stand twice.</summary>
public sealed class Psdk1002UnknownKeyTests
{
    private static readonly RuleVerifier Rule = new(RuleIds.UnknownKey);

    [Theory]
    [InlineData("{ip: 192.0.2.1, [|expire|]: 2027-01-31}", "Unknown key 'expire'. Did you mean 'expires'?")]
    [InlineData("{ip: 192.0.2.1, [|Note|]: x}", "Unknown key 'Note'. Did you mean 'note'?")]
    [InlineData("{[|pi|]: 192.0.2.1}", "Unknown key 'pi'. Known here: ip, net, except, note, owner, ticket, from, expires, reviewed, only-in, off, waive.")]
    [InlineData("{ip: 192.0.2.1, colour: red}", "Unknown key 'colour'. Known here: ip, net, except, note, owner, ticket, from, expires, reviewed, only-in, off, waive.", "colour")]
    public void An_unknown_key_draws_the_nearest_known_one(string entry, string message, string? key = null) =>
        Rule.FiresIn(RuleVerifier.Entry(key is null ? entry : entry.Replace(key, $"[|{key}|]", StringComparison.Ordinal)), message);

    [Fact]
    public void A_comma_in_an_unquoted_note_draws_the_advice_to_quote_it() =>
        Rule.FiresIn(
            RuleVerifier.Entry("{ip: 192.0.2.1, note: Vendor laptop, [|incident 431|]}"),
            "'incident 431' is not a key here. If it belongs to the text before it, put that text in quotes: an unquoted comma ends it.");

    [Theory]
    [InlineData("policy: sample\nallow: [192.0.2.1]\n[|alow|]: [192.0.2.2]\n", "Unknown key 'alow'. Did you mean 'allow'?")]
    [InlineData("policy: sample\nallow: [192.0.2.1]\nmode: {[|report-untill|]: 2027-01-31}\n", "Unknown key 'report-untill'. Did you mean 'report-until'?")]
    [InlineData("policy: sample\nclients:\n  acme:\n    allow: [192.0.2.1]\n    [|block|]: [192.0.2.2]\n", "Unknown key 'block'. Known here: owner, description, allow.")]
    [InlineData("policy: sample\nallow: [192.0.2.1]\n[|allow|]: [192.0.2.2]\n", "The key 'allow' stands here for the second time. Keep one.")]
    [InlineData("policy: sample\nallow: [192.0.2.1]\n[|\"allow\"|]: [192.0.2.2]\n", "The key 'allow' stands here for the second time. Keep one.")]
    [InlineData("policy: sample\nclients:\n  acme: {allow: [192.0.2.1]}\n  [|acme|]: {allow: [192.0.2.2]}\n", "The client 'acme' stands here for the second time. Keep one.")]
    public void Unknown_and_duplicate_keys_are_found_at_every_level(string text, string message) => Rule.FiresIn(text, message);

    [Fact]
    public void A_misspelt_list_is_not_reported_as_missing_too() =>
        Rule.FiresIn("policy: sample\n[|alow|]: [192.0.2.1]\n", "Unknown key 'alow'. Did you mean 'allow'?");

    [Fact]
    public void A_network_that_stands_twice_is_a_duplicate() =>
        Rule.FiresInNetworks("networks:\n  office: {addresses: [192.0.2.1]}\n  [|office|]: {addresses: [192.0.2.2]}\n", "The network 'office' stands here for the second time. Keep one.");

    [Fact]
    public void Every_known_key_is_taken() =>
        Rule.IsQuietIn(RuleVerifier.Entry("{ip: 192.0.2.0/24, except: [192.0.2.1], note: a, owner: b, ticket: c, from: 2026-01-01, expires: 2026-02-01, only-in: Development, off: d}"));
}
