using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK7002: an allowlist with a trusted proxy in it.</summary>
public sealed class Psdk7002TrustedProxyAllowedTests
{
    private const string ClientAddress = "client-address: {trust: [{net: edge, except: [10.9.0.15]}], header: X-Forwarded-For}\n";
    private const string Networks = "networks:\n  edge: {addresses: [10.9.0.0/28]}\n";
    private const string Probes = "  probes: {addresses: [{ip: 10.9.0.7, waive: {rule: PSDK7002, reason: Its health probe, until: 2026-12-31}}]}\n";

    private static readonly RuleVerifier Rule = new(RuleIds.TrustedProxyAllowed, IsFatal: false);

    [Theory]
    [InlineData("policy: sample\nallow: [10.0.0.1, [|10.9.0.7|]]\n", "10.9.0.7 lets in 10.9.0.7")]
    [InlineData("policy: sample\nallow: [[|10.9.0.0/16|]]\n", "10.9.0.0/16 lets in 10.9.0.0")]
    [InlineData("policy: sample\nclients: {acme: {allow: [{net: [|edge|]}]}}\n", "network 'edge' lets in 10.9.0.0")]
    [InlineData("policy: sample\nallow: [{ip: [|10.9.0.7|], expires: 2027-01-31}]\n", "10.9.0.7 lets in 10.9.0.7")]
    public void An_entry_with_a_proxy_is_refused(string policy, string found) =>
        Rule.Fires(
            [(RuleVerifier.ClientAddressPath, ClientAddress), (RuleVerifier.NetworksPath, Networks), (RuleVerifier.PolicyPath, policy)],
            found + ", a trusted proxy of client-address.yaml: a request whose client the proxy does not name would come in as the proxy. Take it out with 'except'.");

    [Theory]
    [InlineData("policy: sample\nallow: [10.0.0.1, 10.9.0.15, 10.9.0.16]\n")]
    [InlineData("policy: sample\nallow: [{ip: 10.9.0.0/16, except: [{net: edge}]}]\n")]
    [InlineData("policy: sample\nallow: [10.0.0.1]\nblock: [10.9.0.0/16]\n")]
    [InlineData("policy: sample\nallow: [{net: probes}]\n")]
    [InlineData("policy: sample\nallow: [{ip: 10.9.0.7, waive: {rule: PSDK7002, reason: Its health probe, until: 2026-12-31}}]\n")]
    public void Callers_beside_the_proxies_draw_nothing(string policy) =>
        Rule.IsQuiet((RuleVerifier.ClientAddressPath, ClientAddress), (RuleVerifier.NetworksPath, Networks + Probes), (RuleVerifier.PolicyPath, policy));
}
