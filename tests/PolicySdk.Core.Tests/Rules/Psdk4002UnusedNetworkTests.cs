using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK4002: networks that nothing names.</summary>
public sealed class Psdk4002UnusedNetworkTests
{
    private static readonly RuleVerifier Rule = new RuleVerifier(RuleIds.UnusedNetwork).Warns;

    [Fact]
    public void A_network_that_nothing_names_is_told() =>
        Rule.Fires(
            [
                (RuleVerifier.NetworksPath, "networks:\n  office: {addresses: [10.0.0.1]}\n  [|depot|]: {addresses: [10.0.1.1]}\n  [|sites|]: {addresses: [{net: office}]}\n"),
                (RuleVerifier.PolicyPath, RuleVerifier.Entry("10.2.0.1")),
            ],
            "Nothing uses the network 'depot'. Remove it, or name it where it was meant.",
            "Nothing uses the network 'sites'. Remove it, or name it where it was meant.");

    [Theory]
    [InlineData("policy: sample\nallow: [{net: depot}]\n")]
    [InlineData("policy: sample\nallow: [{ip: 10.0.0.0/16, except: [{net: depot}]}]\n")]
    [InlineData("policy: sample\nallow: [10.0.0.1]\nblock: [{net: depot}]\n")]
    [InlineData("policy: sample\nallow: [10.0.0.1, {net: depot, off: kept}]\n")]
    [InlineData("policy: sample\nallow: [10.0.0.1]\nexpect: [{deny: depot}]\n")]
    [InlineData("policy: sample\nallow: [10.0.0.1, {net: dept}]\n")]
    public void A_network_that_is_named_draws_nothing(string policy) =>
        Rule.IsQuiet((RuleVerifier.NetworksPath, "networks: {depot: {addresses: [10.0.1.1]}}\n"), (RuleVerifier.PolicyPath, policy));

    [Fact]
    public void Proxies_use_networks_too() =>
        Rule.IsQuiet(
            (RuleVerifier.NetworksPath, "networks: {edge: {addresses: [10.0.1.1]}}\n"),
            (RuleVerifier.PolicyPath, RuleVerifier.Entry("10.2.0.1")),
            (RuleVerifier.ClientAddressPath, "client-address: {trust: [{net: edge}], header: X-Forwarded-For}\n"));

    [Fact]
    public void A_project_without_policies_draws_nothing() => Rule.IsQuiet((RuleVerifier.NetworksPath, "networks: {depot: {addresses: [10.0.1.1]}}\n"));
}
