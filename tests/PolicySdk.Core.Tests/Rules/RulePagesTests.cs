using System.Reflection;
using System.Text.RegularExpressions;
using PolicySdk.TestSupport;
using PolicySdk.Validation;

namespace PolicySdk.Core.Tests.Rules;

/// <summary>A rule is found by its id: one constant, one row of the catalogue, one line of release tracking, one test class, one page, all saying the same.</summary>
public sealed partial class RulePagesTests
{
    private static readonly string Pages = Path.Combine(RepositoryRoot.Path, "analyzers", "rules");

    private static readonly string Releases = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "generator", "PolicySdk.Generator", "AnalyzerReleases.Unshipped.md"))
        + File.ReadAllText(Path.Combine(RepositoryRoot.Path, "generator", "PolicySdk.Generator", "AnalyzerReleases.Shipped.md"));

    public static TheoryData<string> Ids => [.. RuleCatalogue.Rules.Select(static rule => rule.Id)];

    [Fact]
    public void Constants_catalogue_releases_test_classes_and_pages_name_the_same_rules()
    {
        var constants = typeof(RuleIds).GetFields(BindingFlags.Static | BindingFlags.NonPublic).Where(static field => field.IsLiteral).ToList();
        var ids = constants.Select(static field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(ids);
        Assert.Equal(ids, RuleCatalogue.Rules.Select(static rule => rule.Id));
        Assert.Equal(ids, ReleaseLines().Matches(Releases).Select(static line => line.Groups["id"].Value).Order(StringComparer.Ordinal));
        Assert.Equal(ids, Directory.EnumerateFiles(Pages, "*.md").Select(static page => Path.GetFileNameWithoutExtension(page)!).Where(static name => name.CompareTo("PSDK5", StringComparison.Ordinal) < 0).Order(StringComparer.Ordinal));
        Assert.All(constants, static field => Assert.NotNull(Type.GetType($"PolicySdk.Core.Tests.Rules.Psdk{((string)field.GetRawConstantValue()!)[4..]}{field.Name}Tests")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_release_line_has_the_severity_and_title_of_the_catalogue(string id)
    {
        var rule = RuleCatalogue.Get(id);
        var line = Assert.Single(ReleaseLines().Matches(Releases), line => line.Groups["id"].Value == id);

        Assert.Equal(("PolicySdk", rule.Severity.ToString(), rule.Title), (line.Groups["category"].Value, line.Groups["severity"].Value, line.Groups["notes"].Value));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_the_title_of_the_catalogue_and_all_sections(string id)
    {
        var page = Page(id);

        Assert.StartsWith($"# {id}: {RuleCatalogue.Get(id).Title}\n\n", page, StringComparison.Ordinal);
        Assert.Equal(["Cause", "Why it matters", "Example", "How to fix", "Configure"], Headings().Matches(page).Select(static heading => heading.Groups[1].Value));
        Assert.Equal(!RuleCatalogue.Get(id).IsFatal || id == RuleIds.EmbeddedIPv4, page.Contains($"dotnet_diagnostic.{id}.severity", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_example_of_a_page_prints_what_the_page_shows(string id)
    {
        Assert.SkipWhen(id == RuleIds.InternalFault, "No file is known to cause it.");
        var example = Section(id, "Example");

        var printed = CompiledProject.Of(Files(example)).Problems.Where(problem => problem.Rule == id).Select(Print);

        Assert.Equal(TextBlock().Match(example).Groups[1].Value, string.Join('\n', printed));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_fix_of_a_page_prints_nothing(string id)
    {
        Assert.SkipWhen(id == RuleIds.InternalFault, "No file is known to cause it.");
        var files = Files(Section(id, "How to fix"));

        Assert.NotEmpty(files);
        Assert.DoesNotContain(CompiledProject.Of(files).Problems, static problem => problem.Severity > ProblemSeverity.Info);
    }

    // As the compiler prints it: lines and columns from 1.
    private static string Print(Problem problem) =>
        $"{problem.Path}({problem.Range.Line + 1},{problem.Range.Column + 1}): {(problem.Severity == ProblemSeverity.Info ? "info" : problem.Severity == ProblemSeverity.Warning ? "warning" : "error")} {problem.Rule}: {problem.Message}";

    private static string Page(string id) => File.ReadAllText(Path.Combine(Pages, id + ".md"));

    private static string Section(string id, string heading) => Page(id).Split("\n## ").Single(section => section.StartsWith(heading + "\n", StringComparison.Ordinal));

    private static List<(string Path, string Text)> Files(string section) =>
        [.. YamlBlocks().Matches(section).Select(static block => (block.Groups[1].Value, block.Groups[0].Value["```yaml\n".Length..^3]))];

    [GeneratedRegex(@"^(?<id>PSDK\d{4}) \| (?<category>\w+) \| (?<severity>\w+) \| (?<notes>.+)$", RegexOptions.Multiline)]
    private static partial Regex ReleaseLines();

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex("```yaml\n# (\\S+)\n[\\s\\S]*?```")]
    private static partial Regex YamlBlocks();

    [GeneratedRegex("```text\n([\\s\\S]*?)\n```")]
    private static partial Regex TextBlock();
}
