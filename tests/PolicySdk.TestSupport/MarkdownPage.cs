using System.Text.RegularExpressions;

namespace PolicySdk.TestSupport;

/// <summary>A page of documentation, cut at its headings.</summary>
internal sealed partial class MarkdownPage
{
    private MarkdownPage(string text)
    {
        Sections = [.. HeadingLine().Split(text).Skip(1).Chunk(2).Select(static part => new MarkdownSection(part[0], part[1]))];
        Preface = new("", HeadingLine().Split(text)[0]);
        Prose = FencedBlock().Replace(text, "");
        CountOfYamlBlocks = text.Split("```yaml\n").Length - 1;
        CountOfPipelines = PipelineBlock().Count(text);
    }

    internal IReadOnlyList<MarkdownSection> Sections { get; }

    /// <summary>What stands before the first heading but the title.</summary>
    internal MarkdownSection Preface { get; }

    /// <summary>The text without its blocks.</summary>
    internal string Prose { get; }

    internal int CountOfYamlBlocks { get; }

    /// <summary>The YAML blocks that are files of a build service, by their first line.</summary>
    internal int CountOfPipelines { get; }

    internal MarkdownSection this[string heading] => Sections.Single(section => section.Heading == heading);

    /// <summary>Reads a page of the repository.</summary>
    internal static MarkdownPage Read(params string[] path) => new(File.ReadAllText(Path.Combine([RepositoryRoot.Path, .. path])));

    [GeneratedRegex("^##+ (.+)\n", RegexOptions.Multiline)]
    private static partial Regex HeadingLine();

    [GeneratedRegex("^```[\\s\\S]*?^```", RegexOptions.Multiline)]
    private static partial Regex FencedBlock();

    [GeneratedRegex("^```yaml\n# \\.git\\S+\\.ya?ml\n", RegexOptions.Multiline)]
    private static partial Regex PipelineBlock();
}

/// <summary>What stands under a heading, up to the next one of any level. Its files form one project.</summary>
internal sealed partial record MarkdownSection(string Heading, string Text)
{
    /// <summary>The YAML blocks whose first line names the file that they are.</summary>
    internal IReadOnlyList<(string Path, string Text)> Files => [.. YamlBlock().Matches(Text).Select(static block => (block.Groups["path"].Value, block.Groups["text"].Value))];

    /// <summary>The C# blocks whose first line, a comment, names the file that they are.</summary>
    internal IReadOnlyList<(string Path, string Text)> CodeFiles => [.. CodeBlock().Matches(Text).Select(static block => (block.Groups["path"].Value, block.Groups["text"].Value))];

    /// <summary>The C# blocks that name no file: statements of a program, whose <c>builder</c> and <c>app</c> are made elsewhere.</summary>
    internal IReadOnlyList<string> Statements => [.. StatementBlock().Matches(Text).Select(static block => block.Groups["text"].Value)];

    /// <summary>The blocks of JSON.</summary>
    internal IReadOnlyList<string> Json => [.. JsonBlock().Matches(Text).Select(static block => block.Groups["text"].Value)];

    /// <summary>What the section says that is printed for its files.</summary>
    internal string Printed => TextBlock().Match(Text).Groups["text"].Value;

    /// <summary>The cells of the table whose first header is the given one.</summary>
    internal IEnumerable<string[]> Rows(string header) =>
        Text.Split('\n').SkipWhile(line => !line.StartsWith($"| {header} |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(static line => line.StartsWith('|'))
            .Select(static line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    [GeneratedRegex("^```yaml\n(?<text># (?<path>policies/\\S+)\n[\\s\\S]*?)^```", RegexOptions.Multiline)]
    private static partial Regex YamlBlock();

    [GeneratedRegex("^```csharp\n(?<text>// (?<path>\\S+\\.cs)\n[\\s\\S]*?)^```", RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("^```csharp\n(?<text>(?!// \\S+\\.cs\n)[\\s\\S]*?)^```", RegexOptions.Multiline)]
    private static partial Regex StatementBlock();

    [GeneratedRegex("^```json\n(?<text>[\\s\\S]*?)^```", RegexOptions.Multiline)]
    private static partial Regex JsonBlock();

    [GeneratedRegex("^```text\n(?<text>[\\s\\S]*?)\n```", RegexOptions.Multiline)]
    private static partial Regex TextBlock();
}
