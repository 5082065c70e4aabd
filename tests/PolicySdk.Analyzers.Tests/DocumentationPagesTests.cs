using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicySdk.TestSupport;

namespace PolicySdk.Analyzers.Tests;

/// <summary>The pages for users: their policy files and programs compile, without a warning but those that the page prints.</summary>
/// <remarks>
/// The blocks of a section that name their file are one project, with the policies of <see cref="AnalyzedProject"/> beside its own. A block of C#
/// that names no file is statements of a program, and only compiled.
/// </remarks>
public sealed partial class DocumentationPagesTests
{
    private static readonly string[] Readmes = ["README.md", "runtime/PolicySdk/README.md"];

    // Needs packages that these tests do not have; what shows tests is compiled by those of the test harness.
    private const string Exported = "OpenTelemetry";

    private static readonly JsonDocumentOptions Json = new() { CommentHandling = JsonCommentHandling.Skip };

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md").Select(static path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string, string> Projects => new(
        from page in Pages.Select(static row => "docs/" + row.Data).Concat(Readmes)
        from section in SectionsOf(page)
        where section.Files.Count + section.CodeFiles.Count > 0
        select (page, section.Heading));

    public static TheoryData<string, string> Programs => new(
        from page in Pages.Select(static row => "docs/" + row.Data).Concat(Readmes)
        from section in SectionsOf(page)
        where section.Statements.Count > 0 && section.Heading != Exported && page != "docs/testing.md" && (page, section.Heading) != ("README.md", "Test it")
        select (page, section.Heading));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_YAML_block_names_its_file(string page)
    {
        var text = MarkdownPage.Read("docs", page);

        Assert.Equal(text.CountOfYamlBlocks - text.CountOfPipelines, text.Sections.Append(text.Preface).Sum(static section => section.Files.Count));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task A_project_prints_what_the_page_shows(string page, string heading)
    {
        var section = Section(page, heading);
        var policies = Policies(section, string.Concat(section.CodeFiles.Select(static file => file.Text)));
        var printed = policies.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(Print).ToList();
        if (section.CodeFiles.Count > 0)
        {
            var compilation = AnalyzedProject.Compile(section.CodeFiles, policies);
            Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));

            printed.AddRange((await Analyze(section, compilation)).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(Print));
        }

        Assert.Equal(section.Printed.Split('\n').Where(static line => Message().IsMatch(line)), printed);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Statements_compile(string page, string heading)
    {
        var section = Section(page, heading);
        foreach (var statements in section.Statements)
        {
            var compilation = AnalyzedProject.Compile([("Program.cs", Program(statements))], Policies(section, statements));

            Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        }
    }

    [Fact]
    public void The_lines_that_export_are_those_of_the_example()
    {
        var example = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "examples", "OpenTelemetry", "Program.cs"));
        var shown = Assert.Single(MarkdownPage.Read("docs", "observability.md")[Exported].Statements).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.All(shown, line => Assert.Contains(line.Split("    //")[0].Trim(), example, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void JSON_is_JSON(string page) =>
        Assert.All(SectionsOf("docs/" + page).SelectMany(static section => section.Json), static text => JsonDocument.Parse(text, Json).Dispose());

    private static IEnumerable<MarkdownSection> SectionsOf(string page)
    {
        var text = MarkdownPage.Read(page.Split('/'));
        return text.Sections.Prepend(text.Preface);
    }

    private static MarkdownSection Section(string page, string heading) => SectionsOf(page).First(section => section.Heading == heading && section.Files.Count + section.CodeFiles.Count + section.Statements.Count > 0);

    // A page names some of the policies; and what stood there before has none, and no analyzers.
    private static async Task<ImmutableArray<Diagnostic>> Analyze(MarkdownSection section, CSharpCompilation compilation) =>
        section.CodeFiles.Any(static file => file.Text.Contains("IpPolic", StringComparison.Ordinal))
            ? await AnalyzedProject.Analyze(compilation, AnalyzedProject.AllAnalyzers.RemoveAll(static analyzer => analyzer is UnusedPolicyAnalyzer))
            : [];

    // A page that shows policy files alone is judged by them alone.
    private static GeneratorHarness Policies(MarkdownSection section, string code)
    {
        var names = section.Files.SelectMany(static file => PolicyName().Matches(file.Text)).Select(static match => match.Value).ToHashSet(StringComparer.Ordinal);
        var standard = code.Length == 0 ? [] : AnalyzedProject.PolicyFiles.Where(file => !names.Contains(PolicyName().Match(file.Text).Value));
        if (code.Contains("IpPolicies.ClientAddress", StringComparison.Ordinal) && !section.Files.Any(static file => file.Path == AnalyzedProject.ClientAddressFile.Path))
        {
            standard = standard.Append(AnalyzedProject.ClientAddressFile);
        }

        return GeneratorHarness.RunIn(AnalyzedProject.RootNamespace, [.. section.Files, .. standard]);
    }

    private static string Program(string statements)
    {
        var lines = statements.Split('\n');
        var services = lines.TakeWhile(static line => !Pipeline().IsMatch(line)).ToList();
        return $"""
            using System.Net;
            using Microsoft.AspNetCore.Mvc;
            var builder = WebApplication.CreateBuilder(args);
            {string.Join('\n', services)}
            var app = builder.Build();
            {string.Join('\n', lines.Skip(services.Count))}
            app.Run();
            """;
    }

    // As the compiler prints it: lines and columns from 1.
    private static string Print(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{place.Path.Replace(PolicyFile.Folder, "", StringComparison.Ordinal)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }

    [GeneratedRegex(@"^\S+\(\d+,\d+\): ")]
    private static partial Regex Message();

    [GeneratedRegex("^policy: .+$", RegexOptions.Multiline)]
    private static partial Regex PolicyName();

    [GeneratedRegex(@"^(var \w+ = )?app\.")]
    private static partial Regex Pipeline();
}
