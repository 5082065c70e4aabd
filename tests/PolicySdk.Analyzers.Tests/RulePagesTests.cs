using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicySdk.TestSupport;

namespace PolicySdk.Analyzers.Tests;

/// <summary>A rule on C# is found by its id: one constant, one descriptor, one line of release tracking, one test class, one row of the README, one page, all saying the same.</summary>
public sealed partial class RulePagesTests
{
    private static readonly string Readme = Read("README.md");
    private static readonly string Releases = Read("analyzers", "PolicySdk.Analyzers", "AnalyzerReleases.Unshipped.md") + Read("analyzers", "PolicySdk.Analyzers", "AnalyzerReleases.Shipped.md");

    // Those at the end of a compilation are the same rules.
    private static readonly IReadOnlyDictionary<string, DiagnosticDescriptor> Descriptors = typeof(Rules).GetFields(BindingFlags.Static | BindingFlags.NonPublic)
        .Select(static field => field.GetValue(null)).OfType<DiagnosticDescriptor>().ToDictionary(static descriptor => descriptor.Id);

    public static TheoryData<string> Ids => [.. CodeRules.Ids];

    [Fact]
    public void Constants_descriptors_releases_and_test_classes_name_the_same_rules()
    {
        var ids = typeof(RuleIds).GetFields(BindingFlags.Static | BindingFlags.NonPublic).Select(static field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(ids);
        Assert.Equal(ids, CodeRules.Ids.Order(StringComparer.Ordinal));
        Assert.Equal(ids, Descriptors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(ids, ReleaseLines().Matches(Releases).Select(static line => line.Groups["id"].Value).Order(StringComparer.Ordinal));
        Assert.All(ids, static id => Assert.Contains(typeof(RulePagesTests).Assembly.GetTypes(), type => type.Name == $"Psdk{id[4..]}Tests"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Severity_and_title_are_the_same_everywhere(string id)
    {
        var rule = Descriptors[id];
        var line = Assert.Single(ReleaseLines().Matches(Releases), line => line.Groups["id"].Value == id);

        Assert.Equal((rule.Category, rule.DefaultSeverity.ToString(), rule.Title.ToString(CultureInfo.InvariantCulture)), (line.Groups["category"].Value, line.Groups["severity"].Value, line.Groups["notes"].Value));
        Assert.Contains($"\n| [{id}](analyzers/rules/{id}.md) | {Print(rule.DefaultSeverity)} | {rule.Title} |\n", Readme, StringComparison.Ordinal);
        Assert.StartsWith($"# {id}: {rule.Title}\n\n", Read("analyzers", "rules", id + ".md"), StringComparison.Ordinal);
        Assert.All(
            AnalyzedProject.AllAnalyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Where(told => told.Id == id),
            told => Assert.Equal((rule.Title, rule.DefaultSeverity, rule.Category, rule.HelpLinkUri), (told.Title, told.DefaultSeverity, told.Category, told.HelpLinkUri)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_all_sections_and_says_how_to_configure_the_rule(string id)
    {
        var page = MarkdownPage.Read("analyzers", "rules", id + ".md");

        Assert.Equal(["Cause", "Why it matters", "Example", "How to fix", "Configure"], page.Sections.Select(static section => section.Heading));
        Assert.Contains($"\ndotnet_diagnostic.{id}.severity = ", page["Configure"].Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_example_of_a_page_prints_what_the_page_shows(string id) =>
        Assert.Equal(Section(id, "Example").Printed, string.Join('\n', await Analyze(id, Section(id, "Example"))));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_fix_of_a_page_prints_nothing(string id) => Assert.Empty(await Analyze(id, Section(id, "How to fix")));

    private static async Task<IReadOnlyList<string>> Analyze(string id, MarkdownSection section)
    {
        Assert.NotEmpty(section.CodeFiles);
        var compilation = AnalyzedProject.Compile(section.CodeFiles, isBehindProxies: section.Files.Any(static file => file.Path == AnalyzedProject.ClientAddressFile.Path));
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        // The policies are the same for all pages, whether or not the page uses them.
        var analyzers = AnalyzedProject.AllAnalyzers.RemoveAll(analyzer => analyzer is UnusedPolicyAnalyzer && id != RuleIds.UnusedPolicy);
        var options = new AnalyzerOptions([.. AnalyzedProject.PolicyFiles.Select(static file => new PolicyFile(file.Path, file.Text))]);
        var diagnostics = await compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync();

        return [.. diagnostics.OrderBy(static diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(static diagnostic => diagnostic.Location.SourceSpan).Select(Print)];
    }

    // As the compiler prints it: lines and columns from 1.
    private static string Print(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{place.Path.Replace(PolicyFile.Folder, "", StringComparison.Ordinal)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {Print(diagnostic.Severity)} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }

    private static string Print(DiagnosticSeverity severity) => severity.ToString().ToLowerInvariant();

    private static MarkdownSection Section(string id, string heading) => MarkdownPage.Read("analyzers", "rules", id + ".md")[heading];

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([RepositoryRoot.Path, .. path]));

    [GeneratedRegex(@"^(?<id>PSDK\d{4}) \| (?<category>\w+) \| (?<severity>\w+) \| (?<notes>.+)$", RegexOptions.Multiline)]
    private static partial Regex ReleaseLines();
}
