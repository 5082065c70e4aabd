using System.Globalization;
using Microsoft.CodeAnalysis;
using PolicySdk.TestSupport;
using PolicySdk.Validation;

namespace PolicySdk.Generator.Tests.Diagnostics;

/// <summary>Where a diagnostic points, and what no setting may do to it.</summary>
public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("PSDK1001", "&x [192.0.2.1]", "policy: x\nallow: ", "\n")]
    [InlineData("PSDK1002", "alow", "policy: x\nallow: [192.0.2.1]\n", ": []\n")]
    [InlineData("PSDK1003", "Partner", "policy: ", "\nallow: [192.0.2.1]\n")]
    [InlineData("PSDK1004", "[]", "policy: x\r\nallow: ", "\r\n")]
    [InlineData("PSDK2001", "example.com", "policy: x\nallow:\n  - {ip: ", ", note: Somebody}\n")]
    [InlineData("PSDK2002", "010", "policy: x\nallow:\n  - ", ".0.0.1\n")]
    [InlineData("PSDK2003", "33", "policy: x\nallow:\n  - 192.0.2.0/", "\n")]
    [InlineData("PSDK2006", "0.0.0.0/0", "policy: x\nallow:\n  - {ip: ", "}\n")]
    [InlineData("PSDK3004", "2026-02-30", "policy: x\nallow:\n  - {note: \"\U0001F600\", ip: 192.0.2.1, expires: ", "}\n")]
    [InlineData("PSDK4001", "ofice", "policy: x\nallow:\n  - {net: ", "}\n")]
    public void Points_at_the_smallest_part_of_the_file(string rule, string part, string before, string after)
    {
        var text = before + part + after;
        var place = Assert.Single(GeneratorHarness.Run(("policies/sub/x.policy.yaml", text)).Errors, error => error.Id == rule).Location;
        var lines = before.Split('\n');

        Assert.Equal(LocationKind.ExternalFile, place.Kind);
        Assert.Equal("/project/policies/sub/x.policy.yaml", place.GetLineSpan().Path);
        Assert.Equal((lines.Length - 1, lines[^1].Length), (place.GetLineSpan().StartLinePosition.Line, place.GetLineSpan().StartLinePosition.Character));
        Assert.Equal(before.Length, place.SourceSpan.Start);
        Assert.StartsWith(text.Substring(place.SourceSpan.Start, place.SourceSpan.Length), part, StringComparison.Ordinal);
        Assert.NotEqual(0, place.SourceSpan.Length);
    }

    [Fact]
    public void Fault_of_a_network_points_into_the_file_of_the_network()
    {
        var run = GeneratorHarness.Run(("policies/company.networks.yaml", "networks:\n  office:\n    addresses: [10.0.0.1/8]\n"), ("policies/x.policy.yaml", "policy: x\nallow: [{net: office}]\n"));

        Assert.Equal("/project/policies/company.networks.yaml", Assert.Single(run.Errors).Location.GetLineSpan().Path);
        Assert.False(GeneratorHarness.Create(run.Load(), "X").IsValid);
    }

    [Fact]
    public void Every_rule_has_its_severity_page_and_tags()
    {
        Assert.NotEmpty(RuleCatalogue.Rules);
        Assert.All(RuleCatalogue.Rules, static rule =>
        {
            var diagnostic = RuleDescriptors.ToDiagnostic(Problem.Of(rule.Id, "x", default, "message {0} {"), "/project/x");

            Assert.Equal(rule.Id, diagnostic.Id);
            Assert.Equal(rule.Severity.ToString(), diagnostic.Severity.ToString());
            Assert.EndsWith($"/analyzers/rules/{rule.Id}.md", diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal);
            Assert.Equal(rule.IsFatal, diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));
            Assert.Equal("message {0} {", diagnostic.GetMessage(CultureInfo.InvariantCulture));
        });
    }

    [Theory]
    [InlineData(ProblemSeverity.Info, DiagnosticSeverity.Info, false)]
    [InlineData(ProblemSeverity.Warning, DiagnosticSeverity.Warning, false)]
    [InlineData(ProblemSeverity.Error, DiagnosticSeverity.Error, false)]
    [InlineData(null, DiagnosticSeverity.Error, true)]
    public void Only_the_unadjusted_error_of_a_fatal_rule_is_fatal(object? severity, DiagnosticSeverity expected, bool isFatal)
    {
        var diagnostic = RuleDescriptors.ToDiagnostic(Problem.Of(RuleIds.EmbeddedIPv4, "x", default, "message", (ProblemSeverity?)severity), "/project/x");

        Assert.Equal(expected, diagnostic.Severity);
        Assert.Equal(isFatal, diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));
    }
}
