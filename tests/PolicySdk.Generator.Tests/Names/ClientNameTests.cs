using System.Reflection;
using PolicySdk.TestSupport;

namespace PolicySdk.Generator.Tests.Names;

/// <summary>Every client id has a constant that compiles, and two that would share one are reported.</summary>
public sealed class ClientNameTests
{
    private static readonly string[] Ids =
    [
        "clients", "class", "int", "static", "0", "1st", "9-lives", "_", "a.b.c", "ACME", "acme_prod", "equals", "to-string", "get-hash-code", "reference-equals",
        "member.wise-clone", "name", "none", "allow-list", "finalize", "x-1-2_3.4", "__init__", "global",
    ];

    [Fact]
    public void Each_id_has_a_constant_of_its_own()
    {
        string[] usable = [.. Ids.Where(static id => id != "_")];
        var run = GeneratorHarness.Run(("policies/x.policy.yaml", Policy(usable)));
        var constants = run.Load().GetType("Sample.IpPolicies+X+Clients", throwOnError: true)!.GetFields(BindingFlags.Public | BindingFlags.Static);

        Assert.Empty(run.Errors);
        Assert.Empty(run.CompilerFaults);
        Assert.Equal(usable, constants.Select(static constant => (string)constant.GetRawConstantValue()!));
    }

    [Theory]
    [InlineData("_")]
    [InlineData("acme prod")]
    [InlineData("é")]
    [InlineData("a/b")]
    public void Id_that_is_no_name_is_reported(string id) => AssertReported("PSDK1003", Policy(id));

    [Theory]
    [InlineData("acme-prod", "acme.prod", "PSDK1003")]
    [InlineData("acme-prod", "AcmeProd", "PSDK1003")]
    [InlineData("acme-prod", "acme-prod", "PSDK1002")]
    public void Ids_with_one_constant_are_reported(string first, string second, string rule) => AssertReported(rule, Policy(first, second));

    [Fact]
    public void Ids_that_differ_in_case_have_two_constants()
    {
        var run = GeneratorHarness.Run(("policies/x.policy.yaml", Policy("acmeprod", "acmeProd")));

        Assert.Empty(run.Errors);
        Assert.Empty(run.CompilerFaults);
    }

    private static void AssertReported(string rule, string text)
    {
        var run = GeneratorHarness.Run(("policies/x.policy.yaml", text));

        Assert.Equal(rule, Assert.Single(run.Errors).Id);
        Assert.Empty(run.CompilerFaults);
        Assert.False(GeneratorHarness.Create(run.Load(), "X").IsValid);
    }

    private static string Policy(params string[] ids) => "policy: x\nclients:\n" + string.Concat(ids.Select(static id => $"  \"{id}\": {{allow: [192.0.2.1]}}\n"));
}
