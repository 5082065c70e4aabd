using PolicySdk.Core.Tests.Rules;
using PolicySdk.TestSupport;
using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Policies;

/// <summary>What a client-address file may say, and what is generated from it.</summary>
public sealed class ClientAddressTests
{
    private const string Networks = "networks: {edge: {addresses: [10.9.0.128/25, {ip: 10.9.0.0/25, except: [10.9.0.64/26]}]}, dated: {addresses: [10.8.0.1, {ip: 10.8.0.2, expires: 2027-01-31}]}}\n";

    [Fact]
    public void Proxies_become_the_fewest_prefixes()
    {
        var compiled = Compile("client-address: {trust: [{net: edge}, 'fd00::/126', 10.7.0.1-10.7.0.2], header: X-Forwarded-For, limit: 2}\n").ClientAddress;

        Assert.Equal(("X-Forwarded-For", 2, true), (compiled.Model!.Header, compiled.Model.Limit, compiled.Model.IsValid));
        Assert.Equal(["10.7.0.1/32", "10.7.0.2/32", "10.9.0.0/26", "10.9.0.128/25", "fd00::/126"], compiled.Model.Prefixes);
    }

    [Fact]
    public void A_proxy_on_the_same_machine_is_as_good_as_any() =>
        Assert.DoesNotContain(Compile("client-address: {trust: [127.0.0.1, '::1'], header: X-Forwarded-For}\n").Problems, static problem => problem.Rule == RuleIds.SpecialPurpose);

    [Fact]
    public void Without_a_file_there_is_no_type() => Assert.Null(CompiledProject.Of((RuleVerifier.PolicyPath, RuleVerifier.Entry("10.0.0.1"))).ClientAddress.Model);

    [Theory]
    [InlineData("client-address: {trust: [10.9.0.1]}\n", "'header' is missing: the one header in which the proxies name the client, such as X-Forwarded-For.")]
    [InlineData("client-address: {header: X-Forwarded-For}\n", "'trust' with the addresses of the proxies is missing. Without proxies, remove the file.")]
    [InlineData("client-address: {trust: [], header: X-Forwarded-For}\n", "'trust' is empty. An empty list is never \"everyone\": write an entry, or leave the key out.")]
    [InlineData("client-address: {trust: [10.9.0.1], header: [X-Forwarded-For, X-Real-IP]}\n", "'header' must be the name of one header, but is a list.")]
    [InlineData("client-address: {trust: [10.9.0.1], header: 'X-Forwarded-For, X-Real-IP'}\n", "'header' must be the name of one header (RFC 9110 5.1), never two: which one to believe must be clear.")]
    [InlineData("client-address: {trust: [10.9.0.1], header: forwarded}\n", "The header Forwarded (RFC 7239) is no list of addresses. Let the proxies write X-Forwarded-For, and remove the one that callers send.")]
    [InlineData("client-address: {trust: [10.9.0.1], header: X-Forwarded-For, limit: 0}\n", "'limit' must be a whole number from 1 to 100.")]
    [InlineData("client-address: {trust: [{ip: 10.9.0.1, expires: 2027-01-31}], header: X-Forwarded-For}\n", "A trusted proxy has no dates and no environments: the host sets up its proxies once, when it starts. Use 'off', or remove the entry.")]
    [InlineData("client-address: {trust: [{net: dated}], header: X-Forwarded-For}\n", "network 'dated' has dates, environments or a waiver that ends. A trusted proxy has none: the host sets up its proxies once, when it starts.")]
    [InlineData("client-address: {trust: [{net: edg}], header: X-Forwarded-For}\n", "There is no network 'edg'. Did you mean 'edge'?")]
    [InlineData("client-address: {trust: [0.0.0.0/0], header: X-Forwarded-For}\n", "0.0.0.0/0 is every IPv4 address. Write the networks that may call; what is meant for everybody is opened in code, with a reason.")]
    [InlineData("client-address: {trust: [0.0.0.0/1, 128.0.0.0/1], header: X-Forwarded-For}\n", "The entries of this list together are every IPv4 address. Write the networks that may call.")]
    [InlineData("trust: [10.9.0.1]\n", "Unknown key 'trust'. Known here: client-address.")]
    public void A_fault_is_told_once_and_nobody_is_trusted(string text, string message)
    {
        var project = Compile(text);

        Assert.Equal([message], project.Problems.Where(static problem => problem.Severity == ProblemSeverity.Error).Select(static problem => problem.Message));
        Assert.False(project.ClientAddress.Model!.IsValid);
        Assert.Empty(project.ClientAddress.Model.Prefixes);
        Assert.True(Assert.Single(project.Policies).Model.IsValid);
    }

    [Fact]
    public void Two_files_are_one_too_many()
    {
        const string Text = "client-address: {trust: [10.9.0.1], header: X-Forwarded-For}\n";
        var project = CompiledProject.Of((RuleVerifier.ClientAddressPath, Text), ("policies/sub/client-address.yaml", Text), (RuleVerifier.PolicyPath, RuleVerifier.Entry("10.0.0.1")));

        Assert.Equal("policies/sub/client-address.yaml", Assert.Single(project.Problems, static problem => problem.Severity == ProblemSeverity.Error).Path);
        Assert.False(project.ClientAddress.Model!.IsValid);
    }

    private static CompiledProject Compile(string text) =>
        CompiledProject.Of((RuleVerifier.ClientAddressPath, text), (RuleVerifier.NetworksPath, Networks), (RuleVerifier.PolicyPath, RuleVerifier.Entry("10.0.0.1")));
}
