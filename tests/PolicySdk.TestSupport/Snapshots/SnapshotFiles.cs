using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace PolicySdk.TestSupport.Snapshots;

/// <summary>What a run of the generator gave, as the files that Verify.SourceGenerators writes of it.</summary>
internal static class SnapshotFiles
{
    internal static IReadOnlyList<SnapshotFile> Of(string test, IEnumerable<GeneratedSourceResult> sources, ImmutableArray<Diagnostic> diagnostics)
    {
        var files = sources.Select(source => OfSource(test, source.HintName, source.SourceText.ToString())).ToList();
        if (diagnostics.Length > 0)
        {
            files.Add(new($"{test}.verified.txt", Describe(diagnostics)));
        }

        return files;
    }

    internal static SnapshotFile OfSource(string test, string hintName, string text) =>
        new($"{test}#{Path.GetFileNameWithoutExtension(hintName)}.verified.cs", $"//HintName: {hintName}\n{text.ReplaceLineEndings("\n").TrimEnd('\n')}");

    private static string Describe(ImmutableArray<Diagnostic> diagnostics) =>
        $"{{\n  Diagnostics: [\n{string.Join(",\n", diagnostics.Select(Describe))}\n  ]\n}}";

    private static string Describe(Diagnostic diagnostic)
    {
        string[] properties =
        [
            $"Id: {diagnostic.Id}",
            $"Title: {diagnostic.Descriptor.Title}",
            $"Severity: {diagnostic.Severity}",
            $"Location: {Describe(diagnostic.Location.GetLineSpan())}",
            $"HelpLink: {diagnostic.Descriptor.HelpLinkUri}",
            $"Message: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}",
            $"Category: {diagnostic.Descriptor.Category}",
            $"CustomTags: [{string.Join(", ", diagnostic.Descriptor.CustomTags)}]",
        ];
        return $"    {{\n{string.Join(",\n", properties.Select(static property => "      " + property))}\n    }}";
    }

    private static string Describe(FileLinePositionSpan place) => $"{place.Path}: {place.Span}";
}
