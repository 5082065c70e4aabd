using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK1004: a list that is absent or empty never means everyone.</summary>
public sealed class Psdk1004EmptyListTests
{
    private const string Missing = "The policy has neither 'allow' nor 'clients'. A policy without a list refuses everybody: say who may call.";

    private static readonly RuleVerifier Rule = new(RuleIds.EmptyList);

    [Theory]
    [InlineData("policy: [|sample|]\n", Missing)]
    [InlineData("policy: [|sample|]\nblock: [192.0.2.1]\n", Missing)]
    [InlineData("policy: sample\nallow: [|[]|]\n", "'allow' is empty. An empty list is never \"everyone\": write an entry, or leave the key out.")]
    [InlineData("policy: sample\nallow:[||]\n", "'allow' must be a list of entries, but is nothing. Write each entry on a line of its own, after '- '.")]
    [InlineData("policy: sample\nallow: [192.0.2.1]\nblock: [|[]|]\n", "'block' is empty. An empty list is never \"everyone\": write an entry, or leave the key out.")]
    [InlineData("policy: sample\nclients: [|{}|]\n", "'clients' must map each client id to its list: 'acme-prod: {allow: [...]}'.")]
    [InlineData("policy: sample\nclients:\n  [|acme|]: {owner: x}\n", "The client 'acme' has no 'allow' list.")]
    [InlineData("policy: sample\nallow:\n  - {ip: 192.0.2.0/24, except: [|[]|]}\n", "'except' is empty. An empty list is never \"everyone\": write an entry, or leave the key out.")]
    [InlineData("policy: sample\nallow:\n  - {ip: 192.0.2.1, only-in: [|[]|]}\n", "'only-in' is empty. Name an environment, or leave the key out.")]
    public void A_list_that_says_nothing_is_refused(string text, string message) => Rule.FiresIn(text, message);

    [Theory]
    [InlineData("[||]other: x\n", "PSDK1002")]
    public void An_unknown_key_is_the_one_cause(string text, string rule) =>
        Assert.Equal([rule], TestSupport.CompiledProject.Of((RuleVerifier.NetworksPath, TestSupport.MarkedText.Parse(text).Text)).Problems.Select(static problem => problem.Rule));

    [Theory]
    [InlineData("networks: [|{}|]\n", "The file must have 'networks:' that maps each name to its addresses.")]
    [InlineData("networks:\n  [|office|]: {owner: x}\n", "The network 'office' has no 'addresses' list.")]
    [InlineData("networks:\n  office: {addresses: [|[]|]}\n", "'addresses' is empty. An empty list is never \"everyone\": write an entry, or leave the key out.")]
    public void Networks_need_addresses(string text, string message) => Rule.FiresInNetworks(text, message);

    [Fact]
    public void A_list_of_bad_addresses_is_not_called_empty() => Rule.IsQuietIn("policy: sample\nallow: [nonsense]\n");

    [Theory]
    [InlineData("policy: sample\nallow: [192.0.2.1]\n")]
    [InlineData("policy: sample\nclients: {acme: {allow: [192.0.2.1]}}\n")]
    [InlineData("policy: sample\nallow:\n  - {ip: 192.0.2.1, off: moved away}\n")]
    public void One_list_with_one_entry_is_enough(string text) => Rule.IsQuietIn(text);
}
