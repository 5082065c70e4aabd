using PolicySdk.TestSupport;
using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK4001: the name of a network that no file defines.</summary>
public sealed class Psdk4001UnknownNetworkTests
{
    private const string Networks = "networks:\n  office-london: {addresses: [192.168.1.1]}\n";

    private static readonly RuleVerifier Rule = new(RuleIds.UnknownNetwork);

    [Theory]
    [InlineData("{net: [|office-londn|]}", "There is no network 'office-londn'. Did you mean 'office-london'?")]
    [InlineData("{net: [|Office-London|]}", "There is no network 'Office-London'. Did you mean 'office-london'?")]
    [InlineData("{net: [|partners|]}", "There is no network 'partners'. Define it in a *.networks.yaml file.")]
    [InlineData("{net: [|''|]}", "The name of the network is empty. Write a name, or an address under 'ip'.")]
    [InlineData("{ip: 192.168.0.0/16, except: [{net: [|partners|]}]}", "There is no network 'partners'. Define it in a *.networks.yaml file.")]
    public void An_unknown_name_draws_the_nearest_one(string entry, string message) =>
        Rule.Fires([(RuleVerifier.NetworksPath, Networks), (RuleVerifier.PolicyPath, RuleVerifier.Entry(entry))], message);

    [Fact]
    public void An_empty_name_is_near_to_none() =>
        Rule.Fires(
            [(RuleVerifier.NetworksPath, "networks:\n  a: {addresses: [192.168.1.1]}\n"), (RuleVerifier.PolicyPath, "policy: sample\nallow: [{net: a}, {net: [|''|]}]\n")],
            "The name of the network is empty. Write a name, or an address under 'ip'.");

    [Fact]
    public void It_is_found_in_clients_and_block_and_networks() =>
        Rule.Fires(
            [
                (RuleVerifier.NetworksPath, "networks:\n  staff: {addresses: [{net: [|aaaa|]}]}\n"),
                (RuleVerifier.PolicyPath, "policy: sample\nallow: [{net: staff}]\nclients: {acme: {allow: [{net: [|bbbb|]}]}}\nblock: [{net: [|cccc|]}]\n"),
            ],
            "There is no network 'aaaa'. Define it in a *.networks.yaml file.",
            "There is no network 'bbbb'. Define it in a *.networks.yaml file.",
            "There is no network 'cccc'. Define it in a *.networks.yaml file.");

    [Fact]
    public void A_network_of_a_faulty_file_is_not_unknown()
    {
        var project = CompiledProject.Of((RuleVerifier.NetworksPath, "networks:\n  staff: {addresses: [nonsense]}\n"), (RuleVerifier.PolicyPath, RuleVerifier.Entry("{net: staff}")));

        Assert.Equal([RuleIds.NotAnAddress], project.Problems.Select(static problem => problem.Rule));
        Assert.False(Assert.Single(project.Policies).Model.IsValid);
    }

    [Theory]
    [InlineData("{net: office-london}")]
    [InlineData("{net: nowhere, off: not yet}")]
    public void A_known_network_and_an_unused_entry_are_taken(string entry) =>
        Rule.IsQuiet((RuleVerifier.NetworksPath, Networks), (RuleVerifier.PolicyPath, RuleVerifier.Entry(entry)));
}
