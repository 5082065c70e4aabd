using System.Net;
using PolicySdk.Testing.Sources;
using TestedApp;

namespace PolicySdk.Testing.Tests.Sources;

public sealed class CompiledPoliciesTests
{
    [Fact]
    public void Compiled_policies_are_found_with_their_files()
    {
        var policy = CompiledPolicies.Of(IpPolicy.Of<IpPolicies.Api>());

        Assert.Equal("policies/api.policy.yaml", policy.Document.Path);
    }

    [Fact]
    public void Compiled_code_that_decides_otherwise_than_its_file_is_found_out()
    {
        var file = TestProject.Read("policy: tested\nallow:\n  - 192.0.2.0/25\n");

        var fault = Assert.Throws<InvalidOperationException>(() => CompiledAgreement.Verify(file, new Wider()));

        Assert.StartsWith("The compiled policy 'tested' allows 192.0.2.128 on 0001-01-01 in Production", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clients:\n  acme:\n    allow:\n      - 192.0.2.0/24\n")]
    [InlineData("allow:\n  - {ip: 192.0.2.0/24, from: 2030-01-01}\n")]
    [InlineData("allow:\n  - {ip: 192.0.2.0/24, only-in: Development}\n")]
    public void Code_that_lets_in_somebody_where_its_file_lets_in_nobody_is_found_out(string lists)
    {
        var file = TestProject.Read("policy: tested\n" + lists);

        var fault = Assert.Throws<InvalidOperationException>(() => CompiledAgreement.Verify(file, new Wider()));

        Assert.StartsWith("The compiled policy 'tested' allows 192.0.2.0 on 0001-01-01 in Production", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_of_an_unknown_project_says_what_is_missing()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => ProjectFolders.Of(typeof(object).Assembly));

        Assert.Contains("PolicySdk.Testing.projects.txt", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>192.0.2.0/24.</summary>
    private sealed class Wider : IpPolicy
    {
        private static readonly IPNetwork Network = IPNetwork.Parse("192.0.2.0/24");

        public override string Name => "tested";

        public override string Revision => "";

        protected override ReadOnlySpan<char> EntryTable => "192.0.2.0/24\tAllow\t\t\t\t\t\t\t\t\tpolicies/tested.policy.yaml\t3";

        protected override string[] CreateClientIds() => [];

        protected override int MatchIPv4(int list, uint address) => list != BlockList && Network.Contains(new IPAddress([(byte)(address >> 24), (byte)(address >> 16), (byte)(address >> 8), (byte)address])) ? 0 : None;

        protected override int MatchIPv6(int list, ulong upper, ulong lower) => None;

        protected override int Choose(int choice, in IpPolicyConditions now) => None;

        protected override int FindClient(string clientId) => None;
    }
}
