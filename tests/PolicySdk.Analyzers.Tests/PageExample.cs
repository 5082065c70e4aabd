using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicySdk.TestSupport;

namespace PolicySdk.Analyzers.Tests;

/// <summary>The C# of a page of documentation, as a build would take it.</summary>
internal static class PageExample
{
    /// <summary>Compiles the files of a section with the policies partner-api, admin and office, and tells what the analyzers print, in order.</summary>
    /// <param name="section">The section.</param>
    /// <param name="rule">The rule that the page is about, if any.</param>
    internal static async Task<IReadOnlyList<string>> Analyze(MarkdownSection section, string? rule = null)
    {
        Assert.NotEmpty(section.CodeFiles);
        var compilation = AnalyzedProject.Compile(section.CodeFiles, isBehindProxies: IsBehindProxies(section));
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        // The policies are the same for all pages, whether or not the page uses them.
        var analyzers = AnalyzedProject.AllAnalyzers.RemoveAll(analyzer => analyzer is UnusedPolicyAnalyzer && rule != RuleIds.UnusedPolicy);
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

    internal static string Print(DiagnosticSeverity severity) => severity.ToString().ToLowerInvariant();

    private static bool IsBehindProxies(MarkdownSection section) =>
        section.Files.Any(static file => file.Path == AnalyzedProject.ClientAddressFile.Path)
        || section.CodeFiles.Any(static file => file.Text.Contains("IpPolicies.ClientAddress", StringComparison.Ordinal));
}
