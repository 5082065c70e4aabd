using Microsoft.CodeAnalysis;

namespace PolicySdk.Analyzers.Tests;

/// <summary>The analyzers say of each application of the corpus what its marks expect, and nothing else.</summary>
public sealed class ApplicationTests
{
    public static TheoryData<string> Names => [.. SampleApplication.Names];

    [Theory, MemberData(nameof(Names))]
    public async Task The_analyzers_say_what_is_marked(string name)
    {
        var application = SampleApplication.Read(name);
        var compilation = application.Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        // Each application has the same policies, whether or not it uses them.
        var diagnostics = await AnalyzedProject.Analyze(compilation, AnalyzedProject.AllAnalyzers.RemoveAll(static analyzer => analyzer is UnusedPolicyAnalyzer));

        Assert.Equal(application.Expected.Order(StringComparer.Ordinal), diagnostics.Select(SampleApplication.Describe).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_corpus_is_large_and_half_of_it_is_right()
    {
        var applications = SampleApplication.Names.Select(SampleApplication.Read).ToList();

        Assert.True(applications.Count >= 60);
        Assert.InRange(applications.Count(static application => !application.Expected.Any()), applications.Count / 3, applications.Count);
    }
}
