using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK3007: a vendored list that is old, or whose addresses were changed.</summary>
public sealed class Psdk3007StaleSourceTests
{
    // Of "10.0.0.0/24\n10.2.0.1/32\nfd00::/64\n", by sha256sum.
    private const string Fingerprint = "b0efa7ab295013351f13f44a42b9932805f6419bb19c4b4fb6d4f91a113a0c89";

    private static readonly RuleVerifier Rule = new RuleVerifier(RuleIds.StaleSource).Warns;

    [Fact]
    public void A_list_that_is_too_old_is_told() =>
        (Rule with { IsDated = true }).FiresInNetworks(
            "networks:\n  edge:\n    source: {url: 'https://cdn.example/ips', fetched: [|2026-10-25|], max-age: 30d}\n    addresses: [10.0.0.0/24]\n",
            "The list of 'edge' was fetched on 2026-10-25, more than 30 days ago. Fetch it from 'https://cdn.example/ips' again.");

    [Fact]
    public void A_list_fetched_in_days_to_come_is_told() =>
        (Rule with { IsDated = true }).FiresInNetworks(
            "networks:\n  edge:\n    source: {url: 'https://cdn.example/ips', fetched: [|2026-11-26|], max-age: 30d}\n    addresses: [10.0.0.0/24]\n",
            "The list of 'edge' was fetched on 2026-11-26, which is yet to come. Write the day on which it was fetched.");

    [Theory]
    [InlineData("9f2c...")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public void A_list_that_was_changed_is_told(string sha256) =>
        Rule.FiresInNetworks(
            $"networks:\n  edge:\n    source: {{url: 'https://cdn.example/ips', sha256: [|{sha256}|]}}\n    addresses: [fd00::/64, 10.2.0.1, 10.0.0.0/25, 10.0.0.128/25]\n",
            $"The addresses of 'edge' are not those of its 'sha256'; theirs is {Fingerprint}. Undo the change, or fetch the list from its source again.");

    [Theory]
    [InlineData("{url: 'https://cdn.example/ips', fetched: 2026-10-26, max-age: 30d}")]
    [InlineData("{url: 'https://cdn.example/ips', fetched: 2001-01-01}")]
    [InlineData("{url: 'https://cdn.example/ips', sha256: " + Fingerprint + "}")]
    public void A_list_that_is_as_it_came_draws_nothing(string source) =>
        Rule.IsQuiet((RuleVerifier.NetworksPath, $"networks:\n  edge:\n    source: {source}\n    addresses:\n      - {{ip: 10.2.0.1, note: A}}\n      - 10.0.0.0-10.0.0.255\n      - fd00::/64\n"));
}
