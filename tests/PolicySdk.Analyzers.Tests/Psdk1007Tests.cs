using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicySdk.Analyzers.Tests;

/// <summary>PSDK1007: a policy that no code names, told at its name in YAML.</summary>
public sealed class Psdk1007Tests
{
    private const string UsesTwo = """
        var app = WebApplication.Create();
        app.MapGet("/x", () => 1).RequireIpPolicy<IpPolicies.Office>();
        app.MapGet("/y", [RequireIpPolicy<IpPolicies.PartnerApi>] () => 1);
        """;

    [Fact]
    public async Task Told_at_the_name_in_the_policy_file()
    {
        var diagnostic = Assert.Single(await Analyze(UsesTwo));

        Assert.Equal("No endpoint uses policy 'Admin'. Require it with RequireIpPolicy<IpPolicies.Admin>(), or delete the file.", diagnostic.GetMessage());
        Assert.Equal("/project/policies/admin.policy.yaml: (0,8)-(0,13)", diagnostic.Location.GetLineSpan().ToString());
    }

    [Theory]
    [InlineData("app.MapGet(\"/z\", () => 1).RequireIpPolicy<IpPolicies.Admin>();")]
    [InlineData("app.Services.GetService<IpPolicies.Admin>();")]
    [InlineData("_ = new IpPolicies.Admin();")]
    public async Task A_policy_that_is_named_anywhere_is_used(string statement) => Assert.Empty(await Analyze(UsesTwo + statement));

    [Fact]
    public async Task Another_type_of_that_name_is_no_use() => Assert.Single(await Analyze(UsesTwo + "_ = new Admin(); class Admin;"));

    [Fact]
    public async Task A_library_keeps_policies_for_others() => Assert.Empty(await Analyze("class Nothing;", OutputKind.DynamicallyLinkedLibrary));

    [Fact]
    public async Task Where_the_file_is_not_at_hand_there_is_no_place() =>
        Assert.Equal(Location.None, Assert.Single(await Analyze(UsesTwo, text: "x")).Location);

    [Fact]
    public async Task A_file_of_that_name_farther_down_is_another() =>
        Assert.Equal("/project/policies/admin.policy.yaml", Assert.Single(await Analyze(UsesTwo, others: "old/policies/admin.policy.yaml")).Location.GetLineSpan().Path);

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(string code, OutputKind kind = OutputKind.ConsoleApplication, string text = "policy: admin\nallow: [192.0.2.18]\n", params string[] others)
    {
        var compilation = AnalyzedProject.Compile([("Program.cs", code)], kind);
        var options = new AnalyzerOptions([.. others.Select(static path => new PolicyFile(path, "policy: other")), new PolicyFile("policies/admin.policy.yaml", text)]);
        return await compilation.WithAnalyzers([new UnusedPolicyAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
    }
}
