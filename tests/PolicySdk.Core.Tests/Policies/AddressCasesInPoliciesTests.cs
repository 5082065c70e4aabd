using System.Text.Json;
using PolicySdk.Core.Tests.Rules;
using PolicySdk.TestSupport;
using PolicySdk.TestSupport.Cases;
using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Policies;

/// <summary>Every text of <c>addr_parse.jsonl</c> as the one entry of a policy, in both forms of an entry.</summary>
public sealed class AddressCasesInPoliciesTests
{
    [Theory]
    [InlineData("accept", 276)]
    [InlineData("warn", 62)]
    [InlineData("reject", 639)]
    public void A_text_draws_what_its_case_demands(string expected, int count)
    {
        Assert.SkipUnless(SharedCases.AreAvailable, SharedCases.MissingReason);
        var cases = SharedCases.Read<AddressTextCase>(AddressTextCase.File).Where(c => c.PolicySdk == expected).ToList();

        Assert.Equal(count, cases.Count);
        Assert.All(cases, c =>
        {
            Check(c, CompiledProject.Of((RuleVerifier.PolicyPath, RuleVerifier.Entry(Quote(c.Text)))));
            Check(c, CompiledProject.Of((RuleVerifier.PolicyPath, RuleVerifier.Entry($"{{ip: {Quote(c.Text)}, note: x}}"))));
        });
    }

    private static void Check(AddressTextCase c, CompiledProject project)
    {
        Assert.Equal(c.PolicySdk == "reject" || c.Rule == "whole-family", project.HasErrors);
        Assert.Equal(!project.HasErrors, Assert.Single(project.Policies).Model.IsValid);
        Assert.True(project.Problems.Count(static problem => problem.Severity > ProblemSeverity.Info) <= 1, c.Text);
        Assert.True(c.PolicySdk != "warn" || project.Problems.Any(static problem => problem.Severity > ProblemSeverity.Info), c.Text);
    }

    // A double-quoted YAML text takes every escape that JSON writes.
    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
