using PolicySdk.TestSupport;
using PolicySdk.TestSupport.Snapshots;

namespace PolicySdk.Generator.Tests.Snapshots;

/// <summary>The generated code of a few policies, file by file; what a reviewer reads first.</summary>
public sealed class PolicySnapshots
{
    [Fact]
    public void Shared_list_clients_and_block() =>
        Verify(GeneratorHarness.Run((SamplePolicies.NetworksPath, SamplePolicies.Networks), (SamplePolicies.PartnerApiPath, SamplePolicies.PartnerApi)));

    [Fact]
    public void Networks_exceptions_dates_and_environments() =>
        Verify(GeneratorHarness.Run((SamplePolicies.NetworksPath, SamplePolicies.Networks), (SamplePolicies.AdminPath, SamplePolicies.Admin)));

    [Fact]
    public void Trusted_proxies() =>
        Verify(GeneratorHarness.Run((SamplePolicies.ClientAddressPath, SamplePolicies.ClientAddress)));

    [Fact]
    public void Trusted_proxies_with_errors_are_none() =>
        Verify(GeneratorHarness.Run((SamplePolicies.ClientAddressPath, "client-address: {trust: [0.0.0.0/0], header: Forwarded}\n")));

    [Fact]
    public void Policy_with_errors_refuses_everybody() =>
        Verify(GeneratorHarness.Run((SamplePolicies.PartnerApiPath, """
            policy: partner-api
            allow:
              - 010.0.0.1
              - {net: ofice}
            clients:
              acme-prod: {allow: [203.0.113.7]}
            """)));

    [Fact]
    public void List_just_over_the_limit_becomes_a_table() =>
        Verify(GeneratorHarness.Run(("policies/many.policy.yaml", SamplePolicies.WithEntries("many", 17))));

    [Fact]
    public void More_clients_than_one_method_holds() =>
        Verify(GeneratorHarness.Run(("policies/tenants.policy.yaml", "policy: tenants\nclients:\n" + string.Concat(
            Enumerable.Range(0, 257).Select(static i => $"  tenant-{i:D3}: {{allow: [{SamplePolicies.EntryAddress(i)}]}}\n")))));

    [Fact]
    public void Project_without_policies()
    {
        var run = GeneratorHarness.Run();

        Assert.Empty(run.Result.GeneratedSources);
        Snapshot.Verify(run);
    }

    private static void Verify(GeneratorHarness run, [System.Runtime.CompilerServices.CallerMemberName] string method = "")
    {
        Assert.Empty(run.CompilerFaults);
        Snapshot.Verify(run, method: method);
    }
}
