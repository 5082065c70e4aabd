using PolicySdk.Addresses;
using PolicySdk.Core.Tests.Rules;
using PolicySdk.Matching;
using PolicySdk.Policies;
using PolicySdk.TestSupport;
using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Policies;

/// <summary>What a waiver lets through, and until when: one that opens the door closes it again, whenever the last build was.</summary>
public sealed class WaiverTests
{
    private const string OpenUntil = "waive: {rule: PSDK2006, reason: Load test, until: 2026-12-31}";

    [Theory]
    [InlineData("{ip: 0.0.0.0/0, " + OpenUntil + "}", "2026-12-31", true)]
    [InlineData("{ip: 0.0.0.0/0, " + OpenUntil + "}", "2027-01-01", false)]
    [InlineData("{ip: 0.0.0.0/0, " + OpenUntil + ", expires: 2026-12-01}", "2026-12-02", false)]
    [InlineData("{ip: 0.0.0.0/0, " + OpenUntil + ", expires: 2027-12-01}", "2027-01-01", false)]
    [InlineData("{net: world}", "2026-12-31", true)]
    [InlineData("{net: world}", "2027-01-01", false)]
    [InlineData("{ip: 10.0.0.0/8, waive: {rule: PSDK2012, reason: None, until: 2026-12-31}}", "2027-01-01", true)]
    [InlineData("{ip: 0.0.0.0/1, " + OpenUntil + "}\n  - 128.0.0.0/1", "2026-12-31", true)]
    [InlineData("{ip: 0.0.0.0/1, " + OpenUntil + "}\n  - 128.0.0.0/1", "2027-01-01", false)]
    public void An_entry_open_by_a_waiver_counts_until_its_end(string entry, string day, bool isAllowed)
    {
        var project = Compile(RuleVerifier.Entry(entry));

        Assert.False(project.HasErrors);
        Assert.Equal(isAllowed, IsAllowed(project, "10.1.2.3", day));
    }

    [Fact]
    public void What_a_waiver_ends_is_no_exception_and_no_block()
    {
        var project = Compile($"policy: sample\nallow: [{{ip: 10.0.0.0/8, except: [{{net: world}}]}}, 11.0.0.0/8]\nblock: [{{ip: 11.0.0.0/8, {OpenUntil}}}]\n");

        Assert.False(IsAllowed(project, "10.1.2.3", "2027-01-01"));
        Assert.False(IsAllowed(project, "11.1.2.3", "2027-01-01"));
    }

    [Fact]
    public void A_waiver_is_for_its_entry_alone()
    {
        var project = Compile($"policy: sample\nallow: [{{ip: 0.0.0.0/0, {OpenUntil}}}, 0.0.0.0/0]\n");

        Assert.Single(project.Problems, static problem => problem.Rule == RuleIds.WorldOpen);
        Assert.False(Assert.Single(project.Policies).Model.IsValid);
    }

    [Fact]
    public void A_waived_half_does_not_hide_that_the_others_are_open()
    {
        var project = Compile($"policy: sample\nallow: [{{ip: 0.0.0.0/0, {OpenUntil}}}, 0.0.0.0/1, 128.0.0.0/1]\n");

        Assert.Single(project.Problems, static problem => problem.Rule == RuleIds.WorldOpen);
    }

    private static CompiledProject Compile(string policy) =>
        CompiledProject.Of((RuleVerifier.NetworksPath, $"networks: {{world: {{addresses: [{{ip: 0.0.0.0/0, {OpenUntil}}}]}}}}\n"), (RuleVerifier.PolicyPath, policy));

    private static bool IsAllowed(CompiledProject project, string address, string day)
    {
        Assert.True(IpEntryText.TryParse(address, out var range, out _) & CalendarDate.TryParse(day, out var date));
        return MatchPlanInterpreter.IsAllowed(Assert.Single(project.Policies).Model.Plan, range.First, null, date, "Production");
    }
}
