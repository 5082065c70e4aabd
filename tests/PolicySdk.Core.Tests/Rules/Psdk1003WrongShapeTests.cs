using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>PSDK1003: values of the wrong type, missing keys, names that can't be used.</summary>
public sealed class Psdk1003WrongShapeTests
{
    private static readonly RuleVerifier Rule = new(RuleIds.WrongShape);

    [Theory]
    [InlineData("policy: sample\nallow: [|192.0.2.1|]\n", "'allow' must be a list of entries, but is a text. Write each entry on a line of its own, after '- '.")]
    [InlineData("policy: sample\nallow: [|{ip: 192.0.2.1}|]\n", "'allow' must be a list of entries, but is a mapping. Write each entry on a line of its own, after '- '.")]
    [InlineData("policy: sample\nallow: [[|[192.0.2.1]|]]\n", "An entry must be an address or a mapping with 'ip' or 'net', but is a list.")]
    [InlineData("policy: [|[a]|]\nallow: [192.0.2.1]\n", "'policy' must be a name, but is a list.")]
    [InlineData("policy: sample\nowner: [|{a: b}|]\nallow: [192.0.2.1]\n", "'owner' must be a text, but is a mapping.")]
    [InlineData("policy: sample\nowner: [|''|]\nallow: [192.0.2.1]\n", "'owner' is an empty text. Say something or leave the key out.")]
    [InlineData("policy: sample\nmode: [|report|]\nallow: [192.0.2.1]\n", "'mode' must be 'enforce' or {report-until: YYYY-MM-DD}.")]
    [InlineData("policy: sample\nmode: [|{}|]\nallow: [192.0.2.1]\n", "'mode' needs a day: {report-until: YYYY-MM-DD}.")]
    [InlineData("policy: sample\nclients: [|[acme]|]\n", "'clients' must map each client id to its list: 'acme-prod: {allow: [...]}'.")]
    [InlineData("policy: sample\nclients:\n  acme: [|[192.0.2.1]|]\n", "The client 'acme' must be a mapping with 'allow', but is a list.")]
    [InlineData("policy: sample\nclients:\n  [|acme|]:\n", "The client 'acme' must be a mapping with 'allow', but is nothing.")]
    [InlineData("policy: sample\nallow: [192.0.2.1]\nblock: [{ip: 192.0.2.1, off: [|false|]}]\n", "'off' is no switch: it takes the reason why the entry is kept but does not count. Write that, or leave the key out.")]
    [InlineData("policy: sample\nallow: [192.0.2.1, {ip: 192.0.2.2, off: [|'Yes'|]}]\n", "'off' is no switch: it takes the reason why the entry is kept but does not count. Write that, or leave the key out.")]
    [InlineData("[|- 192.0.2.1|]\n", "The file must be a mapping with keys, but is a list.")]
    [InlineData("[||]", "The file is empty.")]
    [InlineData("[||]# nothing but a comment\n", "The file is empty.")]
    public void A_value_of_the_wrong_type_is_told_with_what_it_should_be(string text, string message) => Rule.FiresIn(text, message);

    [Theory]
    [InlineData("[|{note: x}|]", "The entry has neither 'ip' nor 'net'. Add one of them, or take the entry out.")]
    [InlineData("[|{ip: 192.0.2.1, net: office}|]", "An entry has either 'ip' or 'net', not both. Write two entries.")]
    [InlineData("{ip: [|[192.0.2.1]|]}", "'ip' must be an address, a prefix or first-last, but is a list.")]
    [InlineData("{net: [|{a: b}|]}", "'net' must be the name of a network, but is a mapping.")]
    [InlineData("{ip: 192.0.2.1, only-in: [|{a: b}|]}", "'only-in' must be the name of a host environment, such as Development, or a list of such names.")]
    [InlineData("{ip: 192.0.2.1, only-in: [a, [|b c|]]}", "'only-in' must be the name of a host environment, such as Development, or a list of such names.")]
    [InlineData("{ip: 192.0.2.1, off: [|\" \"|]}", "'off' is an empty text. Say something or leave the key out.")]
    public void An_entry_has_one_target_and_texts(string entry, string message) => Rule.FiresIn(RuleVerifier.Entry(entry), message);

    [Theory]
    [InlineData("Partner")]
    [InlineData("partner_api")]
    [InlineData("1st")]
    [InlineData("a--b")]
    [InlineData("a-")]
    [InlineData("é")]
    public void A_policy_name_is_lower_case_words(string name) =>
        Rule.FiresIn(
            $"policy: [|{name}|]\nallow: [192.0.2.1]\n",
            $"'{name}' can't be the name of a policy. Write lower-case words of letters and digits, joined by '-', such as partner-api; at most 128 characters.");

    [Theory]
    [InlineData("all")]
    [InlineData("ip-policies")]
    [InlineData("revision")]
    public void A_policy_name_is_no_member_of_the_generated_code(string name) =>
        Rule.FiresIn($"policy: [|{name}|]\nallow: [192.0.2.1]\n", $"'{name}' can't be the name of a policy. The generated code has a member of that name; choose another.");

    [Fact]
    public void A_policy_needs_a_name() => Rule.FiresIn("[||]allow: [192.0.2.1]\n", "The key 'policy' with the policy's name is missing.");

    [Theory]
    [InlineData("acme prod")]
    [InlineData("_")]
    public void A_client_id_is_a_name(string id) =>
        Rule.FiresIn($"policy: sample\nclients:\n  [|{id}|]: {{allow: [192.0.2.1]}}\n", $"'{id}' can't be the name of a client. Write ASCII letters, digits, '-', '_' and '.', at most 128 characters.");

    [Fact]
    public void Two_clients_with_one_identifier_are_refused() =>
        Rule.FiresIn("policy: sample\nclients:\n  a-b: {allow: [192.0.2.1]}\n  [|a.b|]: {allow: [192.0.2.2]}\n", "The clients 'a-b' and 'a.b' both become 'AB' in C#. Rename one.");

    [Theory]
    [InlineData("one", "The policy 'one' is defined already in policies/one.policy.yaml. Rename one; until then both refuse everybody.")]
    public void Two_policies_of_one_name_both_refuse(string name, string message) =>
        Rule.Fires([("policies/one.policy.yaml", "policy: one\nallow: [192.0.2.1]\n"), ("policies/two.policy.yaml", $"policy: [|{name}|]\nallow: [192.0.2.1]\n")], message);

    [Fact]
    public void Two_policies_of_one_identifier_both_refuse() =>
        Rule.Fires(
            [("policies/one.policy.yaml", "policy: a-1\nallow: [192.0.2.1]\n"), ("policies/two.policy.yaml", "policy: [|a1|]\nallow: [192.0.2.1]\n")],
            "The policies 'a-1' (policies/one.policy.yaml) and 'a1' both become 'A1' in C#. Rename one; until then both refuse everybody.");

    [Fact]
    public void A_network_that_two_files_define_can_be_used_by_nobody()
    {
        var networks = "networks:\n  office: {addresses: [192.0.2.1]}\n";
        Rule.Fires(
            [("policies/a.networks.yaml", networks), ("policies/b.networks.yaml", networks.Replace("office", "[|office|]", StringComparison.Ordinal)), (RuleVerifier.PolicyPath, RuleVerifier.Entry("{net: office}"))],
            "The network 'office' is defined already in policies/a.networks.yaml. Rename one; until then neither can be used.");
    }

    [Fact]
    public void Too_many_environments_are_refused() =>
        Rule.FiresIn(
            RuleVerifier.Entry($"{{ip: 192.0.2.1, only-in: [|[{string.Join(", ", Enumerable.Range(0, 33).Select(static i => $"e{i}"))}]|]}}"),
            "'only-in' names more than 32 environments. Leave the key out if the entry counts everywhere.");

    [Theory]
    [InlineData("a")]
    [InlineData("partner-api")]
    [InlineData("a-1-b2")]
    public void A_good_name_is_taken(string name) => Rule.IsQuietIn($"policy: {name}\nallow: [192.0.2.1]\n");
}
