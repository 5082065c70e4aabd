using PolicySdk.Core.Tests.Rules;
using PolicySdk.Policies;
using PolicySdk.TestSupport;
using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Policies;

/// <summary>What a guardrails file may say, and what becomes of policies when it can't be read.</summary>
public sealed class GuardrailsTests
{
    private static readonly string Policy = RuleVerifier.Entry("10.0.0.1");

    [Fact]
    public void Every_key_is_read()
    {
        var file = (GuardrailsDocument)PolicyFileReader.Read(new(RuleVerifier.GuardrailsPath, """
            guardrails:
              widest: {v4: 24, v6: 48}
              require: [note, ticket]
              ticket: "^[A-Z]+-[0-9]+$"
              expiry: {warn: 30d, longest: 400d}
              review: 183d
              never: [169.254.169.254, 100.100.100.200]
              waivers: {longest: 90d}
              unprotected-endpoints: error
              severity: {PSDK2010: error, PSDK5002: none}
            """));

        Assert.Empty(file.Problems);
        var read = file.Guardrails;
        Assert.Equal((24, 48, 30, 400, 183, 90), (read.WidestIPv4, read.WidestIPv6, read.WarnDays, read.LongestDays, read.ReviewDays, read.LongestWaiverDays));
        Assert.Equal(["note", "ticket"], read.Required);
        Assert.Equal("^[A-Z]+-[0-9]+$", read.TicketPattern!.Text);
        Assert.Equal(["169.254.169.254", "100.100.100.200"], read.Never.Select(static range => range.ToString()));
        Assert.Equal(ProblemSeverity.Error, read.UnprotectedEndpoints);
        Assert.Equal([new("PSDK2010", ProblemSeverity.Error), new("PSDK5002", null)], read.Severities.Changed);
        Assert.False(read.IsBroken);
    }

    [Theory]
    [InlineData("guardrails: {widest: {v4: [|33|]}}\n", RuleIds.WrongShape, "'v4' must be a whole number from 0 to 32.")]
    [InlineData("guardrails: {widest: [|24|]}\n", RuleIds.WrongShape, "'widest' must be a mapping with v4, v6, but is a text.")]
    [InlineData("guardrails: {expiry: {warn: [|30|]}}\n", RuleIds.WrongShape, "'warn' must be a number of days such as 30d, from 1d to 36500d.")]
    [InlineData("guardrails: {review: [|0d|]}\n", RuleIds.WrongShape, "'review' must be a number of days such as 30d, from 1d to 36500d.")]
    [InlineData("guardrails: {require: [note, [|colour|]]}\n", RuleIds.WrongShape, "What can be required of an entry: note, owner, ticket, expires, reviewed.")]
    [InlineData("guardrails: {require: [|[]|]}\n", RuleIds.EmptyList, "'require' must be a list of fields: note, owner, ticket, expires, reviewed.")]
    [InlineData("guardrails: {ticket: [|'['|]}\n", RuleIds.WrongShape, null)]
    [InlineData("guardrails: {ticket: [|'(?=A)A'|]}\n", RuleIds.WrongShape, null)]
    [InlineData("guardrails: {never: [{net: [|office|]}]}\n", RuleIds.WrongShape, "'never' holds addresses, prefixes and ranges alone: what is never allowed has no exceptions, dates or environments.")]
    [InlineData("guardrails: {never: [[|10.0.0.1/8|]]}\n", RuleIds.HostBitsSet, null)]
    [InlineData("guardrails: {unprotected-endpoints: [|info|]}\n", RuleIds.WrongShape, "'unprotected-endpoints' must be error or warning.")]
    [InlineData("guardrails: {severity: {[|PSDK2001|]: warning}}\n", RuleIds.UnknownKey, "PSDK2001 can't be changed: what it finds can't be compiled.")]
    [InlineData("guardrails: {severity: {[|PSDK9|]: warning}}\n", RuleIds.UnknownKey, "There is no rule 'PSDK9' that a policy file can break. Write an id such as PSDK2010.")]
    [InlineData("guardrails: {severity: {PSDK2010: [|hint|]}}\n", RuleIds.WrongShape, "The severity of a rule is one of error, warning, info, none.")]
    [InlineData("guardrails: {severity: {PSDK2006: [|warning|]}}\n", RuleIds.WrongShape, "PSDK2006 guards access and can't be looser than error. Single entries can waive it, with a reason and an end.")]
    [InlineData("guardrails: {severity: {PSDK2012: [|none|]}}\n", RuleIds.WrongShape, "PSDK2012 guards access and can't be looser than warning. Single entries can waive it, with a reason and an end.")]
    [InlineData("guardrails: {[|widst|]: {v4: 24}}\n", RuleIds.UnknownKey, "Unknown key 'widst'. Did you mean 'widest'?")]
    [InlineData("[|guard|]: {}\n", RuleIds.UnknownKey, "Unknown key 'guard'. Known here: guardrails.")]
    [InlineData("[||]{}\n", RuleIds.WrongShape, "The file must have 'guardrails:' with the limits.")]
    [InlineData("guardrails: [|[]|]\n", RuleIds.WrongShape, "'guardrails' must be a mapping with widest, require, ticket, expiry, review, never, waivers, report, unprotected-endpoints, severity, but is a list.")]
    public void A_fault_is_told_at_its_place_and_every_policy_refuses_everybody(string marked, string rule, string? message)
    {
        var file = MarkedText.Parse(marked);
        var project = CompiledProject.Of((RuleVerifier.GuardrailsPath, file.Text), (RuleVerifier.PolicyPath, Policy));

        var problem = project.Problems.First(static problem => problem.Severity == ProblemSeverity.Error);
        Assert.Equal((rule, file.Ranges.Single(), message ?? problem.Message), (problem.Rule, problem.Range, problem.Message));
        Assert.False(Assert.Single(project.Policies).Model.IsValid);
    }

    [Fact]
    public void Two_files_are_one_too_many_for_everybody()
    {
        var project = CompiledProject.Of((RuleVerifier.GuardrailsPath, "guardrails: {review: 1d}\n"), ("policies/sub/guardrails.yml", "guardrails: {review: 1d}\n"), (RuleVerifier.PolicyPath, Policy));

        var problem = Assert.Single(project.Problems, static problem => problem.Severity == ProblemSeverity.Error);
        Assert.Equal(("policies/sub/guardrails.yml", "The project has its guardrails in policies/guardrails.yaml already. Keep one file; until then every policy refuses everybody."), (problem.Path, problem.Message));
        Assert.False(Assert.Single(project.Policies).Model.IsValid);
    }

    [Theory]
    [InlineData("PSDK2010: error", ProblemSeverity.Error)]
    [InlineData("PSDK2010: info", ProblemSeverity.Info)]
    [InlineData("PSDK2010: none", null)]
    public void A_severity_holds_for_all_that_the_rule_finds(string severity, object? expected)
    {
        var project = CompiledProject.Of(
            (RuleVerifier.GuardrailsPath, RuleVerifier.Guardrails($"severity: {{{severity}}}")),
            (RuleVerifier.NetworksPath, "networks: {office: {addresses: [10.0.1.1, 10.0.1.1]}}\n"),
            (RuleVerifier.PolicyPath, "policy: sample\nallow: [10.0.0.1, 10.0.0.1]\n"));

        var found = project.Problems.Where(static problem => problem.Rule == RuleIds.DuplicateEntry).Select(static problem => problem.Severity).ToList();
        Assert.Equal(expected is null ? [] : [(ProblemSeverity)expected, (ProblemSeverity)expected], found);
        Assert.Equal(expected is not ProblemSeverity.Error, Assert.Single(project.Policies).Model.IsValid);
    }

    [Fact]
    public void What_the_reader_of_a_file_finds_is_weighed_too()
    {
        var project = CompiledProject.Of((RuleVerifier.GuardrailsPath, RuleVerifier.Guardrails("severity: {PSDK2012: error}")), (RuleVerifier.PolicyPath, RuleVerifier.Entry("127.0.0.1")));

        Assert.Contains(project.Problems, static problem => problem is { Rule: RuleIds.SpecialPurpose, Severity: ProblemSeverity.Error });
        Assert.False(Assert.Single(project.Policies).Model.IsValid);
    }

    [Fact]
    public void Fatal_rules_keep_their_weight_and_their_lighter_cases_take_the_new_one()
    {
        var project = CompiledProject.Of((RuleVerifier.GuardrailsPath, RuleVerifier.Guardrails("severity: {PSDK2008: error}")), (RuleVerifier.PolicyPath, RuleVerifier.Entry("2002::/16")));

        Assert.Contains(project.Problems, static problem => problem is { Rule: RuleIds.EmbeddedIPv4, Severity: ProblemSeverity.Error, IsFatal: false });
    }

    [Fact]
    public void An_error_in_a_network_reaches_whoever_uses_it()
    {
        var project = CompiledProject.Of(
            (RuleVerifier.GuardrailsPath, RuleVerifier.Guardrails("widest: {v4: 24}")),
            (RuleVerifier.NetworksPath, "networks: {wide: {addresses: [10.0.0.0/8]}, all: {addresses: [{net: wide}]}}\n"),
            (RuleVerifier.PolicyPath, RuleVerifier.Entry("{net: all}")),
            ("policies/b.policy.yaml", "policy: b\nallow: [10.0.0.1]\n"));

        Assert.Equal([("b", true), ("sample", false)], project.Policies.Select(static policy => (policy.Model.Name, policy.Model.IsValid)).Order());
    }
}
