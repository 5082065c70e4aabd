namespace PolicySdk.Analyzers.Tests;

/// <summary>Each rule has one descriptor, and each analyzer's descriptors are rules of the table.</summary>
public sealed class AnalyzerTableTests
{
    [Fact]
    public void Every_rule_is_told_by_an_analyzer()
    {
        var ids = typeof(RuleIds).GetFields(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static).Select(static field => (string)field.GetRawConstantValue()!);
        var told = AnalyzedProject.AllAnalyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Distinct();

        Assert.Equal(ids.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }
}
