using PolicySdk.Policies;
using PolicySdk.TestSupport;
using PolicySdk.TestSupport.Cases;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Core.Tests.Schema;

/// <summary>Whatever file of the repository, or of other systems' suites, the parser accepts, its schema accepts.</summary>
public sealed class SchemaSampleTests
{
    public static TheoryData<string> Samples =>
    [
        .. new[] { "policies", "examples" }
            .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.yaml", SearchOption.AllDirectories))
            .Select(static path => Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/'))
            .Where(static path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_accepted(string path)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, path));

        Assert.DoesNotContain(PolicyFileReader.Read(new(path, text)).Problems, static problem => problem.Severity == ProblemSeverity.Error);
        Assert.True(PolicySchema.Of(path).Accepts(YamlReader.Read(text).Root));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_leads_both_families_of_editors_to_its_schema(string path)
    {
        var lines = File.ReadLines(Path.Combine(RepositoryRoot.Path, path)).Take(2).ToList();
        var schema = Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.Combine(PolicySchema.Folder, PolicySchema.Of(path).FileName)).Replace('\\', '/');

        Assert.Equal([$"# yaml-language-server: $schema={schema}", $"# $schema: {schema}"], lines);
    }

    [Fact]
    public void The_samples_are_of_several_kinds() =>
        Assert.Subset(Samples.Select(static row => PolicyFileKinds.Of(row.Data)).ToHashSet(), new HashSet<PolicyFileKind> { PolicyFileKind.Policy, PolicyFileKind.Networks });

    [Fact]
    public void What_is_accepted_of_the_pages_of_rules_is_valid()
    {
        var files = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "analyzers", "rules"), "*.md")
            .SelectMany(static page => MarkdownPage.Read("analyzers", "rules", Path.GetFileName(page)).Sections)
            .SelectMany(static section => section.Files);

        AssertValid(files, least: 15);
    }

    [Fact]
    public void What_is_accepted_of_the_shared_cases_is_valid()
    {
        Assert.SkipUnless(SharedCases.AreAvailable, SharedCases.MissingReason);

        AssertValid(SharedCases.Read<YamlCase>(YamlCase.FileName).Select(static c => ("policies/" + c.File, c.Content)), least: 15);
    }

    private static void AssertValid(IEnumerable<(string Path, string Text)> files, int least)
    {
        var accepted = files.Where(static file => PolicyFileKinds.Of(file.Path) != PolicyFileKind.Unknown && !PolicyFileReader.Read(new(file.Path, file.Text)).HasErrors).ToList();

        Assert.InRange(accepted.Count, least, int.MaxValue);
        Assert.All(accepted, static file => Assert.True(PolicySchema.Of(file.Path).Accepts(YamlReader.Read(file.Text).Root), file.Text));
    }
}
