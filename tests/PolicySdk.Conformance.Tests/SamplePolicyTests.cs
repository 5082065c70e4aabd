using PolicySdk.TestSupport;

namespace PolicySdk.Conformance.Tests;

/// <summary>The policies of the repository, asked every question on every day and in every environment that matters.</summary>
public sealed class SamplePolicyTests
{
    [Fact]
    public void All_forms_answer_alike()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "policies");
        var subjects = Subject.Compile([.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(static path => ("policies/" + Path.GetFileName(path), File.ReadAllText(path)))]);

        Assert.Contains("partner-api", subjects.Select(static subject => subject.Document.Name));
        Assert.All(subjects, static subject => Assert.True(Comparison.AssertSame(subject, int.MaxValue) > 100));
    }
}
