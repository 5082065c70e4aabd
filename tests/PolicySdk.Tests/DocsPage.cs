using System.Runtime.CompilerServices;

namespace PolicySdk.Tests;

/// <summary>Reads what a page of <c>docs</c> says, for tests that hold it to the code.</summary>
internal static class DocsPage
{
    /// <summary>The cells of the first table whose header starts with the given text.</summary>
    internal static IEnumerable<string[]> Rows(string page, string header) => Lines(page)
        .SkipWhile(line => !line.StartsWith(header, StringComparison.Ordinal)).Skip(2)
        .TakeWhile(static line => line.StartsWith('|'))
        .Select(static line => line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The lines of the first block of a language.</summary>
    internal static IEnumerable<string> Block(string page, string language) => Lines(page)
        .SkipWhile(line => line != "```" + language).Skip(1)
        .TakeWhile(static line => line != "```");

    /// <summary>All lines.</summary>
    internal static string[] Lines(string page, [CallerFilePath] string here = "") =>
        File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "../../docs", page));
}
