using System.Globalization;
using PolicySdk.TestSupport;

namespace PolicySdk.Generator.Tests.Names;

/// <summary>Every name a policy may have becomes code that compiles; every other is reported.</summary>
public sealed class PolicyNameTests
{
    private static readonly string[] Usable =
    [
        "class", "int", "record", "file", "required", "string", "object", "system", "global", "policy-sdk", "ip-policy", "partner-api", "x", "a1-2-3",
        "to-string", "equals", "get-hash-code", "get-type", "reference-equals", "memberwise-clone", "finalize", "block-list", "allow-list", "anyone-list", "first-client-list",
        "choose0", "choice0", "find-client0", "match-clients-ipv4", "allow-ipv4", "client0-ipv6", "sample", "date-only", "read-only-span", "ip-policies-registration", "register",
    ];

    private static readonly string[] Reserved =
    [
        "all", "name", "entries", "clients", "ip-policies", "revision", "client-ids", "create-client-ids", "entry-table", "evaluate", "of", "is-valid", "report-until",
        "choose", "choice", "lapsed", "find-client", "none", "match-i-pv4", "allow-i-pv6", "client0-i-pv4", "allow-i-pv4-ends", "clients-i-pv6-groups",
    ];

    private static readonly string[] Malformed = ["Partner", "partner_api", "partner.api", "-partner", "partner-", "a--b", "1st", "pärtner", "a b", "@class", "", new('a', 129)];

    [Fact]
    public void Usable_names_compile_without_a_warning()
    {
        var run = GeneratorHarness.Run([.. Usable.Select(static name => File(name, Policy(name)))]);
        var assembly = run.Load();

        Assert.Empty(run.Errors);
        Assert.Empty(run.CompilerFaults);
        Assert.Equal(Usable, Usable.Select(name => GeneratorHarness.Create(assembly, Policies.PolicyNames.ToIdentifier(name)).Name));
    }

    [Fact]
    public void Numbered_members_of_a_long_policy_have_names_that_no_policy_has()
    {
        var run = GeneratorHarness.Run([.. new[] { "choose0", "choice0", "find-client0" }.Select(static name => File(name, LongPolicy(name)))]);

        Assert.Empty(run.Errors);
        Assert.Empty(run.CompilerFaults);
    }

    [Fact]
    public void Reserved_names_are_reported_and_compile() => AssertReported(Reserved, "policies/{1}.policy.yaml");

    [Fact]
    public void Reserved_names_of_files_are_reported_and_compile() => AssertReported(Reserved, "policies/{0}.policy.yaml");

    [Fact]
    public void Malformed_names_are_reported_and_compile() => AssertReported(Malformed, "policies/{1}.policy.yaml");

    [Fact]
    public void Broken_files_of_reserved_names_compile()
    {
        string[] names = [.. Reserved, "AllowIPv4", "Client0IPv6", "ALL", "IpPolicies"];
        var run = GeneratorHarness.Run([.. names.Select(static name => File(name, "allow: [&x"))]);

        Assert.Equal(names.Length, run.Errors.Count(static error => error.Id == "PSDK1001"));
        Assert.Empty(run.CompilerFaults);
    }

    [Fact]
    public void Two_policies_of_one_name_both_refuse_everybody()
    {
        var run = GeneratorHarness.Run(("policies/a/x.policy.yaml", Policy("partner-api")), ("policies/b/y.policy.yaml", Policy("partner-api")), File("other", Policy("other")));

        Assert.Equal("/project/policies/b/y.policy.yaml", Assert.Single(run.Errors).Location.GetLineSpan().Path);
        AssertDenied(run, "PartnerApi");
        Assert.True(GeneratorHarness.Create(run.Load(), "Other").IsValid);
    }

    [Theory]
    [InlineData("partner-api", "partnerapi")]
    [InlineData("a1-b", "a1b")]
    public void Names_equal_but_for_case_in_code_both_refuse_everybody(string first, string second)
    {
        var run = GeneratorHarness.Run(("policies/a.policy.yaml", Policy(first)), ("policies/b.policy.yaml", Policy(second)));

        Assert.Equal("PSDK1003", Assert.Single(run.Errors).Id);
        AssertDenied(run, Policies.PolicyNames.ToIdentifier(first));
        Assert.Equal(3, run.Result.GeneratedSources.Length);
    }

    [Fact]
    public void One_file_name_in_two_folders_is_no_clash()
    {
        var run = GeneratorHarness.Run(("policies/a/x.policy.yaml", Policy("first")), ("policies/b/x.policy.yaml", Policy("second")));

        Assert.Empty(run.Errors);
        Assert.Empty(run.CompilerFaults);
        Assert.Equal(5, run.Result.GeneratedSources.Length);
    }

    [Theory]
    [InlineData("policies/x.policy.yaml", "policy: x\nallow: [192.0.2.1]")]
    [InlineData("policies/x.networks.yaml", "networks: {x: {addresses: [192.0.2.1]}}")]
    public void One_file_handed_over_twice_does_no_harm_to_others(string path, string text)
    {
        var run = GeneratorHarness.Run((path, text), (path, text), File("other", Policy("other")));

        Assert.Empty(run.CompilerFaults);
        Assert.Null(run.Result.Exception);
        Assert.True(GeneratorHarness.Create(run.Load(), "Other").Evaluate(System.Net.IPAddress.Parse("192.0.2.1")).IsAllowed);
    }

    [Fact]
    public void Broken_files_with_names_that_are_no_identifier_have_no_type()
    {
        var run = GeneratorHarness.Run(("policies/-.policy.yaml", "x"), ("policies/.policy.yaml", "x"), ("policies/é.policy.yaml", "x"));

        Assert.Equal(3, run.Errors.Count);
        Assert.Empty(run.CompilerFaults);
        Assert.Empty(run.Result.GeneratedSources);
    }

    private static void AssertReported(string[] names, string path)
    {
        var run = GeneratorHarness.Run([.. names.Select((name, i) => (string.Format(CultureInfo.InvariantCulture, path, name, "x" + i), Policy($"\"{name}\"")))]);

        Assert.Equal(names.Length, run.Errors.Count);
        Assert.All(run.Errors, static error => Assert.Equal(("PSDK1003", 0), (error.Id, error.Location.GetLineSpan().StartLinePosition.Line)));
        Assert.Empty(run.CompilerFaults);
    }

    private static void AssertDenied(GeneratorHarness run, string identifier)
    {
        var policy = GeneratorHarness.Create(run.Load(), identifier);

        Assert.Empty(run.CompilerFaults);
        Assert.False(policy.IsValid);
        Assert.False(policy.Evaluate(System.Net.IPAddress.Parse("192.0.2.1")).IsAllowed);
    }

    private static (string Path, string Text) File(string name, string text) => ($"policies/{name}.policy.yaml", text);

    private static string Policy(string name) => $"policy: {name}\nallow: [192.0.2.1]\n";

    // Has every member that generated code can have: long choices, more choices and more clients than one method holds.
    private static string LongPolicy(string name) =>
        $"policy: {name}\nallow:\n"
        + string.Concat(Enumerable.Range(0, 10).Select(static i => $"  - {{ip: 10.0.0.0/{30 - i}, only-in: E{i}}}\n"))
        + string.Concat(Enumerable.Range(0, 260).Select(static i => $"  - {{ip: 192.0.{i >> 8}.{i & 255}, from: {2020 + (i / 28)}-01-{1 + (i % 28):D2}}}\n"))
        + "clients:\n"
        + string.Concat(Enumerable.Range(0, 257).Select(static i => $"  c{i}: {{allow: [203.0.113.{i & 255}]}}\n"));
}
