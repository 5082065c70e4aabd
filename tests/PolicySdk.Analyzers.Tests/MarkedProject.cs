using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace PolicySdk.Analyzers.Tests;

/// <summary>A project in which <c>[|…|]</c> stands around every place that a rule must tell of, and around nothing else.</summary>
internal sealed record MarkedProject(string Rule)
{
    private const string Before = "[|";
    private const string After = "|]";

    internal OutputKind Kind { get; init; } = OutputKind.ConsoleApplication;

    internal bool IsBehindProxies { get; init; }

    internal IReadOnlyList<MetadataReference> References { get; init; } = [];

    /// <summary>A program whose <c>builder</c> and <c>app</c> are made; the statements are what it does with them.</summary>
    internal static string Program(string services, string pipeline) => $"""
        using System.Net;
        using Microsoft.AspNetCore.HttpOverrides;
        using Microsoft.AspNetCore.Mvc;

        var builder = WebApplication.CreateBuilder(args);
        {services}
        var app = builder.Build();
        {pipeline}
        app.Run();
        """;

    /// <summary>Checks the marks of Program.cs, and gives what is told, in order.</summary>
    internal Task<ImmutableArray<Diagnostic>> Verify(string program) => Verify(("Program.cs", program));

    /// <summary>Checks the marks of all files, and gives what is told, in order.</summary>
    internal async Task<ImmutableArray<Diagnostic>> Verify(params (string Path, string Text)[] files)
    {
        var sources = files.Select(static file => Read(file.Path, file.Text)).ToList();
        var compilation = AnalyzedProject.Compile(sources.Select(static source => (source.Path, source.Text)), Kind, References, IsBehindProxies);
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. AnalyzedProject.AllAnalyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == Rule))];
        var diagnostics = (await AnalyzedProject.Analyze(compilation, analyzers)).RemoveAll(diagnostic => diagnostic.Id != Rule && diagnostic.Id != "AD0001");

        Assert.Equal(
            sources.SelectMany(static source => source.Marks.Select(mark => $"{source.Path} {mark} {source.Text.Substring(mark.Start, mark.Length)}")).Order(StringComparer.Ordinal),
            diagnostics.Select(static diagnostic => Describe(diagnostic)).Order(StringComparer.Ordinal));
        return diagnostics;
    }

    /// <summary>The text at the additional location of a diagnostic.</summary>
    internal static string OtherPlace(Diagnostic diagnostic)
    {
        var place = Assert.Single(diagnostic.AdditionalLocations);
        return place.SourceTree!.GetText().ToString(place.SourceSpan);
    }

    private static string Describe(Diagnostic diagnostic) => diagnostic.Location.SourceTree is { } tree
        ? $"{tree.FilePath} {diagnostic.Location.SourceSpan} {tree.GetText().ToString(diagnostic.Location.SourceSpan)}"
        : diagnostic.ToString();

    private static (string Path, string Text, List<TextSpan> Marks) Read(string path, string marked)
    {
        var text = new StringBuilder();
        List<TextSpan> marks = [];
        var parts = marked.Split(Before);
        text.Append(parts[0]);
        foreach (var part in parts.Skip(1))
        {
            var end = part.IndexOf(After, StringComparison.Ordinal);
            marks.Add(new(text.Length, end));
            text.Append(part, 0, end).Append(part, end + After.Length, part.Length - end - After.Length);
        }

        return (path, text.ToString(), marks);
    }
}
