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

    private static readonly string Readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));

    public static TheoryData<string> Ids => IdsOf(static _ => true);

    public static TheoryData<string> IdsThatGuardrailsChange => IdsOf(static rule => rule.IsAdjustable && !IsAsStrictAsCanBe(rule));

    public static TheoryData<string> IdsThatGuardrailsKeep => IdsOf(IsAsStrictAsCanBe);

    public static TheoryData<string> IdsThatEntriesWaive => IdsOf(static rule => rule.IsWaivable);

    [Fact]
    public void Constants_catalogue_releases_test_classes_and_pages_name_the_same_rules()
    {
        var constants = typeof(RuleIds).GetFields(BindingFlags.Static | BindingFlags.NonPublic).Where(static field => field.IsLiteral).ToList();
        var ids = constants.Select(static field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(ids);
        Assert.Equal(ids, RuleCatalogue.Rules.Select(static rule => rule.Id));
        Assert.Equal(ids, ReleaseLines().Matches(Releases).Select(static line => line.Groups["id"].Value).Order(StringComparer.Ordinal));
        // The pages of the rules on C# are held by the tests of the analyzers.
        Assert.Equal(ids.Concat(CodeRules.Ids).Order(StringComparer.Ordinal), Directory.EnumerateFiles(Pages, "*.md").Select(static page => Path.GetFileNameWithoutExtension(page)!).Order(StringComparer.Ordinal));
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
        Assert.Equal(["Cause", "Why it matters", "Example", "How to fix", "Configure"], MarkdownPage.Read("analyzers", "rules", id + ".md").Sections.Select(static section => section.Heading));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_what_may_be_done_to_the_rule(string id)
    {
        var rule = RuleCatalogue.Get(id);
        var settings = Section(id, "Configure").Text;

        Assert.Equal(rule.IsAdjustable, settings.Contains($"dotnet_diagnostic.{id}.severity", StringComparison.Ordinal));
        Assert.Equal(rule.IsAdjustable && !IsAsStrictAsCanBe(rule), GuardrailsSeverity(id).IsMatch(settings));
        Assert.Equal(IsAsStrictAsCanBe(rule), settings.Contains("Guardrails can't make it looser", StringComparison.Ordinal));
        Assert.Equal(rule.IsWaivable, settings.Contains($"waive: {{rule: {id}, reason: ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_README_lists_the_rules_of_the_catalogue() =>
        Assert.Equal(
            RuleCatalogue.Rules.Select(static rule => $"| [{rule.Id}](analyzers/rules/{rule.Id}.md) | {Weight(rule)} | {rule.Title} |"),
            Readme.Split('\n').Where(static line => line.StartsWith("| [PSDK", StringComparison.Ordinal) && !CodeRules.Ids.Any(id => line.StartsWith($"| [{id}]", StringComparison.Ordinal))));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_example_of_a_page_prints_what_the_page_shows(string id)
    {
        Assert.SkipWhen(id == RuleIds.InternalFault, "No file is known to cause it.");
        var example = Section(id, "Example");

        var printed = CompiledProject.Of(example.Files).Problems.Where(problem => problem.Rule == id).Select(Print);

        Assert.Equal(example.Printed, string.Join('\n', printed));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_fix_of_a_page_prints_nothing(string id)
    {
        Assert.SkipWhen(id == RuleIds.InternalFault, "No file is known to cause it.");
        var files = Section(id, "How to fix").Files;

        Assert.NotEmpty(files);
        Assert.DoesNotContain(CompiledProject.Of(files).Problems, static problem => problem.Severity > ProblemSeverity.Info);
    }

    [Theory]
    [MemberData(nameof(IdsThatGuardrailsChange))]
    public void The_guardrails_of_a_page_give_its_example_their_severity(string id)
    {
        var settings = Section(id, "Configure");
        var files = Merge(Section(id, "Example").Files, settings.Files.Where(static file => file.Path == RuleVerifier.GuardrailsPath));

        var problems = CompiledProject.Of(files).Problems.Where(problem => problem.Rule == id && !problem.IsFatal).ToList();

        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.Equal(GuardrailsSeverity(id).Match(settings.Text).Groups["severity"].Value, Print(problem.Severity)));
    }

    [Theory]
    [MemberData(nameof(IdsThatGuardrailsKeep))]
    public void Guardrails_can_not_loosen_a_rule_whose_page_says_so(string id) =>
        Assert.Contains(CompiledProject.Of((RuleVerifier.GuardrailsPath, $"guardrails: {{severity: {{{id}: warning}}}}\n")).Problems, static problem => problem.Rule == RuleIds.WrongShape);

    [Theory]
    [MemberData(nameof(IdsThatEntriesWaive))]
    public void The_waiver_of_a_page_silences_the_rule(string id)
    {
        var files = Merge(Section(id, "Example").Files, Section(id, "Configure").Files);
        var unwaived = files.ConvertAll(static file => (file.Path, WaiverKey().Replace(file.Text, "")));

        Assert.DoesNotContain(CompiledProject.Of(files).Problems, problem => problem.Rule == id || problem.Severity > ProblemSeverity.Info);
        Assert.Contains(CompiledProject.Of(unwaived).Problems, problem => problem.Rule == id);
    }

    /// <summary>How a table of rules says what a rule weighs; where cases of it differ, its page says which.</summary>
    internal static string Weight(Rule rule) =>
        rule.Id == RuleIds.EmbeddedIPv4 ? "error, fatal, or warning"
        : rule.Traits.HasFlag(RuleTraits.Varies) ? $"{Print(rule.Severity)}, fatal in part"
        : rule.IsFatal ? $"{Print(rule.Severity)}, fatal"
        : Print(rule.Severity);

    // As the compiler prints it: lines and columns from 1.
    private static string Print(Problem problem) =>
        $"{problem.Path}({problem.Range.Line + 1},{problem.Range.Column + 1}): {Print(problem.Severity)} {problem.Rule}: {problem.Message}";

    private static string Print(ProblemSeverity severity) => severity.ToString().ToLowerInvariant();

    // A security rule that is an error by default.
    private static bool IsAsStrictAsCanBe(Rule rule) => rule is { IsSecurity: true, IsFatal: false, Severity: ProblemSeverity.Error };

    private static TheoryData<string> IdsOf(Func<Rule, bool> predicate) => [.. RuleCatalogue.Rules.Where(predicate).Select(static rule => rule.Id)];

    private static string Page(string id) => File.ReadAllText(Path.Combine(Pages, id + ".md"));

    private static MarkdownSection Section(string id, string heading) => MarkdownPage.Read("analyzers", "rules", id + ".md")[heading];

    /// <summary>The files of an example, some of them written anew.</summary>
    private static List<(string Path, string Text)> Merge(IEnumerable<(string Path, string Text)> files, IEnumerable<(string Path, string Text)> changed) =>
        [.. changed.Concat(files).DistinctBy(static file => file.Path)];

    private static Regex GuardrailsSeverity(string id) => new($@"severity: \{{{id}: (?<severity>\w+)\}}", RegexOptions.CultureInvariant);

    [GeneratedRegex(@", waive: \{[^}]*\}")]
    private static partial Regex WaiverKey();

    [GeneratedRegex(@"^(?<id>PSDK\d{4}) \| (?<category>\w+) \| (?<severity>\w+) \| (?<notes>.+)$", RegexOptions.Multiline)]
    private static partial Regex ReleaseLines();
}
