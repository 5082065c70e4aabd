using System.Text.RegularExpressions;

namespace PolicySdk.Repository.Tests;

/// <summary>What a page links to in the repository is there, headings included.</summary>
public sealed partial class LinkTests
{
    private static IEnumerable<(string Page, string Target)> Links =>
        from page in RepositoryFiles.WithExtension(".md")
        from link in Link().Matches(Prose(page)).Select(static match => match.Groups["target"].Value)
        where !link.Contains("://", StringComparison.Ordinal)
        select (page, link);

    [Fact]
    public void Every_link_leads_somewhere()
    {
        Assert.Contains(("docs/observability.md", "behind-a-proxy.md#what-is-refused"), Links);
        Assert.Empty(Links.Where(static link => FaultOf(link.Page, link.Target) is not null).Select(static link => $"{link.Page}: {link.Target} {FaultOf(link.Page, link.Target)}"));
    }

    [Fact]
    public void Every_page_of_docs_is_linked_from_the_README() =>
        Assert.All(
            RepositoryFiles.All.Where(static file => file.StartsWith("docs/", StringComparison.Ordinal) && file.EndsWith(".md", StringComparison.Ordinal)),
            static page => Assert.Contains(("README.md", page), Links.Select(static link => (link.Page, link.Target.Split('#')[0]))));

    [Theory]
    [InlineData("docs/observability.md", "policy-format.md", false)]
    [InlineData("docs/observability.md", "../docs/policy-format.md#client-address", false)]
    [InlineData("docs/policy-format.md", "#limits", false)]
    [InlineData("docs/observability.md", "policy-formats.md", true)]
    [InlineData("docs/observability.md", "policy-format.md#no-such-heading", true)]
    [InlineData("docs/observability.md", "#no-such-heading", true)]
    public void A_link_that_leads_nowhere_is_found(string page, string target, bool isBroken) => Assert.Equal(isBroken, FaultOf(page, target) is not null);

    private static string? FaultOf(string page, string target)
    {
        var (path, anchor) = target.Split('#') is [var file, var heading] ? (file, heading) : (target, null);
        var found = path.Length == 0 ? page : Path.GetRelativePath(RepositoryFiles.Root, Path.GetFullPath(Path.Combine(RepositoryFiles.Root, Path.GetDirectoryName(page)!, path))).Replace('\\', '/');
        return !RepositoryFiles.All.Contains(found) && !Directory.Exists(RepositoryFiles.PathOf(found)) ? "is not there"
            : anchor is not null && !Anchors(found).Contains(anchor) ? "has no such heading"
            : null;
    }

    // As GitHub makes them of headings.
    private static IEnumerable<string> Anchors(string page) => Heading().Matches(Prose(page))
        .Select(static match => NoAnchor().Replace(match.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    private static string Prose(string page) => FencedBlock().Replace(RepositoryFiles.ReadText(page), "");

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();

    [GeneratedRegex("^```[\\s\\S]*?^```", RegexOptions.Multiline)]
    private static partial Regex FencedBlock();
}
