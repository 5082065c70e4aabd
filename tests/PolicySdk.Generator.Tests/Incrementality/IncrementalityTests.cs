using Microsoft.CodeAnalysis;
using PolicySdk.TestSupport;
using PolicySdk.TestSupport.Incrementality;

namespace PolicySdk.Generator.Tests.Incrementality;

/// <summary>An edit re-does what depends on it, and nothing else.</summary>
public sealed class IncrementalityTests
{
    private const string PartnerApiSource = "IpPolicies.PartnerApi.g.cs";
    private const string AdminSource = "IpPolicies.Admin.g.cs";
    private const string PartnerApiEntries = "IpPolicies.PartnerApi.Entries.g.cs";
    private const string AdminEntries = "IpPolicies.Admin.Entries.g.cs";
    private const string ClientAddress = "IpPolicies.ClientAddress.g.cs";
    private const string Registry = "IpPolicies.g.cs";

    private static readonly string[] Steps =
    [
        IpPoliciesGenerator.ReadStep, IpPoliciesGenerator.GuardrailsStep, IpPoliciesGenerator.NetworksStep, IpPoliciesGenerator.ClientAddressStep,
        IpPoliciesGenerator.CompileStep, IpPoliciesGenerator.VerdictStep, IpPoliciesGenerator.MatcherStep, IpPoliciesGenerator.EntriesStep,
        IpPoliciesGenerator.RegistryStep, IpPoliciesGenerator.DatesStep, IpPoliciesGenerator.ProblemsStep,
    ];

    // The outputs of guardrails and of diagnostics are there once for all files.
    private const int Sources = 6;
    private const int Outputs = Sources + 2;

    [Fact]
    public void Equal_input_twice_leaves_everything_cached() => AssertAllCached(Run().Repeat());

    [Fact]
    public void Equal_text_in_new_objects_leaves_everything_cached_or_unchanged()
    {
        var after = Run().Replace(SamplePolicies.PartnerApiPath, SamplePolicies.PartnerApi).Replace(SamplePolicies.NetworksPath, SamplePolicies.Networks).Result;

        AssertSources(after, []);
        Assert.All(Steps, step => Assert.All(after.Reasons(step), static reason => Assert.True(reason.IsCached())));
    }

    [Fact]
    public void Unrelated_edit_of_code_leaves_everything_cached() => AssertAllCached(Run().EditUnrelated());

    [Fact]
    public void Comment_in_a_policy_leaves_every_source_cached()
    {
        var after = Run().Replace(SamplePolicies.PartnerApiPath, SamplePolicies.PartnerApi + "\n# Reviewed with the partners.\n").Result;

        Assert.Contains(IncrementalStepRunReason.Unchanged, after.Reasons(IpPoliciesGenerator.ReadStep));
        AssertSources(after, []);
    }

    [Fact]
    public void Comment_that_shifts_lines_leaves_the_matcher_cached()
    {
        var after = Run().Replace(SamplePolicies.PartnerApiPath, "# Reviewed with the partners.\n\n" + SamplePolicies.PartnerApi).Result;

        Assert.Contains(IncrementalStepRunReason.Modified, after.Reasons(IpPoliciesGenerator.CompileStep));
        Assert.Equal(2, after.Reasons(IpPoliciesGenerator.MatcherStep).Count);
        Assert.All(after.Reasons(IpPoliciesGenerator.MatcherStep), static reason => Assert.True(reason.IsCached()));
        AssertSources(after, [PartnerApiEntries]);
    }

    [Fact]
    public void One_entry_changed_modifies_one_matcher()
    {
        var after = Run().Replace(SamplePolicies.PartnerApiPath, SamplePolicies.PartnerApi.Replace("192.0.2.41", "192.0.2.42", StringComparison.Ordinal)).Result;

        AssertSources(after, [PartnerApiSource, PartnerApiEntries]);
        Assert.True(Assert.Single(after.Reasons(IpPoliciesGenerator.RegistryStep)).IsCached());
    }

    [Fact]
    public void One_network_changed_modifies_the_policies_that_use_it()
    {
        var vpn = Run().Replace(SamplePolicies.NetworksPath, SamplePolicies.Networks.Replace("192.0.2.16/29", "192.0.2.24/29", StringComparison.Ordinal)).Result;
        var office = Run().Replace(SamplePolicies.NetworksPath, SamplePolicies.Networks.Replace("198.51.100.0/28", "198.51.100.16/28", StringComparison.Ordinal)).Result;

        AssertSources(vpn, [AdminSource, AdminEntries]);
        AssertSources(office, [AdminSource, AdminEntries, PartnerApiSource, PartnerApiEntries]);
    }

    [Fact]
    public void Removed_policy_file_removes_its_type()
    {
        var after = Run().Remove(SamplePolicies.AdminPath);

        Assert.Null(after.Output.GetTypeByMetadataName("Sample.IpPolicies+Admin"));
        Assert.NotNull(after.Output.GetTypeByMetadataName("Sample.IpPolicies+PartnerApi"));
        Assert.Equal([ClientAddress, PartnerApiEntries, PartnerApiSource, Registry], after.Result.GeneratedSources.Select(static source => source.HintName).Order(StringComparer.Ordinal));
        Assert.True(after.Result.SourceReasons()[PartnerApiSource].IsCached());
        Assert.DoesNotContain("Admin", after.Source(Registry), StringComparison.Ordinal);
        Assert.Empty(after.CompilerFaults);
    }

    [Fact]
    public void Added_policy_file_leaves_the_others_cached()
    {
        var after = Run().Add("policies/third.policy.yaml", "policy: third\nallow: [192.0.2.1]\n").Result;

        Assert.Equal(IncrementalStepRunReason.New, after.SourceReasons()["IpPolicies.Third.g.cs"]);
        Assert.All(new[] { AdminSource, AdminEntries, PartnerApiSource, PartnerApiEntries }, name => Assert.True(after.SourceReasons()[name].IsCached(), name));
    }

    [Fact]
    public void No_step_keeps_anything_of_the_compilation()
    {
        var run = Run().Replace(SamplePolicies.AdminPath, SamplePolicies.Admin + "\n  - 10.0.0.1/8\n").Result;
        var outputs = Steps.SelectMany(step => run.Outputs(step).Select(output => (Step: step, output.Value))).ToList();

        Assert.NotEmpty(run.Diagnostics);
        Assert.All(Steps, step => Assert.Contains(outputs, output => output.Step == step));
        Assert.All(outputs, static output => Assert.Empty(ModelWalk.FindFaults(output.Value)));
    }

    [Fact]
    public void Policy_of_ten_thousand_entries_is_matched_rightly_and_stays_cached()
    {
        const int Count = 10_000;
        var run = GeneratorHarness.Run(("policies/large.policy.yaml", SamplePolicies.WithEntries("large", Count)));
        var policy = GeneratorHarness.Create(run.Load(), "Large");

        Assert.Equal(Count, policy.Entries.Count);
        for (var i = 0; i < 2 * Count; i++)
        {
            var decision = policy.Evaluate(new([10, (byte)(i >> 16), (byte)(i >> 8), (byte)i]));
            Assert.Equal(i % 2 == 0, decision.IsAllowed);
            Assert.Equal(i % 2 == 0 ? policy.Entries[i / 2] : null, decision.Entry);
        }

        var after = run.EditUnrelated().Result;
        Assert.All(after.OutputReasons(), static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
        Assert.Equal(3, after.SourceReasons().Count);
    }

    [Theory]
    [InlineData("2027-01-01")]
    [InlineData("2030-06-30")]
    [InlineData("1999-12-31")]
    public void Another_day_changes_diagnostics_and_no_source(string day)
    {
        var before = Run();
        var after = before.On(day);

        AssertSources(after.Result, []);
        Assert.Equal(before.Result.GeneratedSources.Select(static source => source.SourceText.ToString()), after.Result.GeneratedSources.Select(static source => source.SourceText.ToString()));
        Assert.NotEqual(before.Diagnostics.Select(static diagnostic => diagnostic.ToString()), after.Diagnostics.Select(static diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public void Guardrails_that_change_no_verdict_leave_every_source_cached()
    {
        var after = Run().Replace(SamplePolicies.GuardrailsPath, SamplePolicies.Guardrails + "\n  widest: {v4: 8, v6: 32}\n").Result;

        Assert.Contains(IncrementalStepRunReason.Modified, after.Reasons(IpPoliciesGenerator.GuardrailsStep));
        AssertSources(after, []);
    }

    [Fact]
    public void Guardrails_that_a_policy_breaks_modify_its_sources()
    {
        var after = Run().Replace(SamplePolicies.GuardrailsPath, SamplePolicies.Guardrails + "\n  never: [203.0.113.70]\n").Result;

        AssertSources(after, [PartnerApiSource, PartnerApiEntries]);
    }

    [Fact]
    public void Proxies_changed_modify_their_source_alone()
    {
        var after = Run().Replace(SamplePolicies.ClientAddressPath, SamplePolicies.ClientAddress.Replace("10.9.0.0/28", "10.9.0.0/27", StringComparison.Ordinal)).Result;

        AssertSources(after, [ClientAddress]);
    }

    [Fact]
    public void A_claim_that_compares_policies_modifies_the_one_that_breaks_it()
    {
        var after = Run().Replace(SamplePolicies.AdminPath, SamplePolicies.Admin + "\nexpect: [{disjoint-from: partner-api}]\n").Result;

        AssertSources(after, [AdminSource, AdminEntries]);
    }

    private static GeneratorHarness Run()
    {
        var run = GeneratorHarness.Run(SamplePolicies.All);
        Assert.Empty(run.Errors);
        Assert.Equal(Sources, run.Result.GeneratedSources.Length);
        return run;
    }

    private static void AssertAllCached(GeneratorHarness after)
    {
        var result = after.Result;

        Assert.All(Steps, step => Assert.NotEmpty(result.Reasons(step)));
        Assert.All(Steps, step => Assert.All(result.Reasons(step), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason)));
        Assert.Equal(Outputs, result.OutputReasons().Count());
        Assert.All(result.OutputReasons(), static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
        Assert.Equal(Sources, result.SourceReasons().Count);
    }

    private static void AssertSources(GeneratorRunResult after, string[] modified)
    {
        var reasons = after.SourceReasons();

        Assert.Equal(Sources, reasons.Count);
        Assert.Equal(Outputs, after.OutputReasons().Count());
        Assert.All(reasons, reason => Assert.Equal(modified.Contains(reason.Key), reason.Value == IncrementalStepRunReason.Modified));
        Assert.All(reasons, reason => Assert.Equal(!modified.Contains(reason.Key), reason.Value.IsCached()));
    }
}
