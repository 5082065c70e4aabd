using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicySdk.TestSupport;

namespace PolicySdk.Analyzers.Tests;

/// <summary>One application of the corpus: its files, and what must be said at which line.</summary>
/// <remarks>The format is that of <c>Applications/README.md</c>.</remarks>
internal sealed partial record SampleApplication(string Name, IReadOnlyList<(string Path, string Text)> Files, IReadOnlyList<string> Uses, bool IsLibrary, bool IsBehindProxies)
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "PolicySdk.Analyzers.Tests", "Applications");

    internal static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.cs").Select(static path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal);

    /// <summary>What is expected, as <c>file(line): rule 'span'</c>.</summary>
    internal IEnumerable<string> Expected =>
        from file in Files
        from line in file.Text.Split('\n').Select(static (text, index) => (Text: text, Number: index + 1))
        from Match marker in Marker.Matches(line.Text)
        from one in marker.Groups["expected"].Value.Split(", ")
        let parts = one.Trim().Split(' ', 2)
        select $"{file.Path}({line.Number}): {parts[0]} '{parts[1]}'";

    /// <summary>The packages that it uses, compiled.</summary>
    internal IEnumerable<MetadataReference> References => Uses.Select(Library);

    internal static SampleApplication Read(string name) => Parse(name, File.ReadAllText(Path.Combine(Folder, name + ".cs")));

    internal static SampleApplication Parse(string name, string content)
    {
        var text = content.ReplaceLineEndings("\n");
        var parts = Separator.Split(text);
        List<(string, string)> files = [("Program.cs", parts[0])];
        for (var i = 1; i < parts.Length; i += 2)
        {
            files.Add((parts[i], parts[i + 1]));
        }

        return new(
            name,
            files,
            [.. Header("uses", text).SelectMany(static value => value.Split(", "))],
            Header("kind", text).Contains("library"),
            Header("client-address", text).Contains("yes"));
    }

    internal CSharpCompilation Compile() => AnalyzedProject.Compile(
        Files,
        IsLibrary ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication,
        References,
        IsBehindProxies);

    /// <summary>What is said, in the form of <see cref="Expected"/>.</summary>
    internal static string Describe(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
        return $"{diagnostic.Location.SourceTree.FilePath}({diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}): {diagnostic.Id} '{span}'";
    }

    private static MetadataReference Library(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, "ThirdParty", name + ".cs"));
        return AnalyzedProject.CompileLibrary(name, text, Header("references", text).Contains("PolicySdk"));
    }

    private static IEnumerable<string> Header(string key, string text) => text.Split('\n')
        .TakeWhile(static line => line.StartsWith("//", StringComparison.Ordinal))
        .Where(line => line.StartsWith($"// {key}: ", StringComparison.Ordinal))
        .Select(line => line[(key.Length + 5)..].Trim());

    [GeneratedRegex("//!! (?<expected>.+)$")]
    private static partial Regex Marker { get; }

    [GeneratedRegex("^//// file: (.+)\n", RegexOptions.Multiline)]
    private static partial Regex Separator { get; }
}
