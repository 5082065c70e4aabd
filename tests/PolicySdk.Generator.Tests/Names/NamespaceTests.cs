using PolicySdk.TestSupport;

namespace PolicySdk.Generator.Tests.Names;

/// <summary>Whatever the project calls its root namespace, what is generated into it compiles.</summary>
public sealed class NamespaceTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" ", "")]
    [InlineData("Acme.Api", "Acme.Api.")]
    [InlineData("acme-api", "acme_api.")]
    [InlineData("1st.Api", "_1st.Api.")]
    [InlineData("Acme.2.Api", "Acme._2.Api.")]
    [InlineData("Acme.class.int", "Acme.class.int.")]
    [InlineData("Acme..Api.", "Acme.Api.")]
    [InlineData("Acme Api (new)", "Acme_Api__new_.")]
    [InlineData("System", "System.")]
    [InlineData("PolicySdk", "PolicySdk.")]
    [InlineData("PolicySdk.IpPolicies", "PolicySdk.IpPolicies.")]
    [InlineData("IpPolicies", "IpPolicies.")]
    [InlineData("Ümläut", "Ümläut.")]
    [InlineData("a;b{}\"\\", "a_b____.")]
    [InlineData("global", "global.")]
    public void Root_namespace_becomes_a_namespace(string root, string prefix)
    {
        var run = GeneratorHarness.RunIn(root, ("policies/x.policy.yaml", "policy: x\nallow: [192.0.2.1]\nclients: {c: {allow: [192.0.2.2]}}\n"));

        Assert.Empty(run.CompilerFaults);
        Assert.NotNull(run.Output.GetTypeByMetadataName(prefix + "IpPolicies+X"));
    }
}
