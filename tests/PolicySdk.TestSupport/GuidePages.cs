namespace PolicySdk.TestSupport;

/// <summary>The pages of <c>docs/</c> whose examples are whole files. The others are held by tests of their own.</summary>
internal static class GuidePages
{
    private static readonly string[] Others = ["policy-format", "observability", "endpoint-coverage"];

    internal static IReadOnlyDictionary<string, MarkdownPage> All { get; } = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md")
        .Select(static file => Path.GetFileNameWithoutExtension(file))
        .Except(Others)
        .ToDictionary(static name => name, static name => MarkdownPage.Read("docs", name + ".md"));
}
