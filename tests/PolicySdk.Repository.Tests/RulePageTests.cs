using System.Text.RegularExpressions;

namespace PolicySdk.Repository.Tests;

/// <summary>Every rule has its page and every page its rule: build output prints a link to it.</summary>
public sealed partial class RulePageTests
{
    private const string Folder = "analyzers/rules/";

    /// <summary>The sections of a page, in their order.</summary>
    private static readonly string[] Sections = ["Cause", "Why it matters", "Example", "How to fix", "Configure"];

    // Rules on YAML and rules on C# have a list each.
    private static IEnumerable<string> Ids => RepositoryFiles.WithExtension(".cs")
        .Where(static file => Path.GetFileName(file) == "RuleIds.cs")
        .SelectMany(static file => IdConstant.Matches(RepositoryFiles.ReadText(file)))
        .Select(static match => match.Groups["id"].Value)
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Pages => RepositoryFiles.All
        .Where(static file => file.StartsWith(Folder, StringComparison.Ordinal) && PageName.IsMatch(Path.GetFileName(file)));

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule()
    {
        Assert.NotEmpty(Ids);
        Assert.Equal(Ids, Pages.Select(Path.GetFileNameWithoutExtension));
    }

    [Fact]
    public void No_id_is_given_twice() => Assert.Equal(Ids.Distinct(), Ids);

    [Fact]
    public void Every_page_has_its_title()
    {
        foreach (var page in Pages)
        {
            var title = RepositoryFiles.ReadText(page).Split('\n')[0];

            Assert.Matches($"^# {Path.GetFileNameWithoutExtension(page)}: \\S.*$", title);
        }
    }

    [Fact]
    public void Every_page_has_its_sections_and_says_something_in_each()
    {
        foreach (var page in Pages)
        {
            var parts = Section.Split(RepositoryFiles.ReadText(page)).Skip(1).ToList();
            var headings = parts.Where(static (_, index) => index % 2 == 0).ToList();
            var bodies = parts.Where(static (_, index) => index % 2 == 1);

            Assert.Equal([page, .. Sections], [page, .. headings]);
            Assert.All(bodies, static body => Assert.False(string.IsNullOrWhiteSpace(body)));
        }
    }

    [GeneratedRegex("""const\s+string\s+\w+\s*=\s*"(?<id>PSDK\d{4})"\s*;""")]
    private static partial Regex IdConstant { get; }

    [GeneratedRegex("""^PSDK\d{4}\.md$""")]
    private static partial Regex PageName { get; }

    [GeneratedRegex("""^## (.+)$""", RegexOptions.Multiline)]
    private static partial Regex Section { get; }
}
