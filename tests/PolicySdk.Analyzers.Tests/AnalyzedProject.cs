using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicySdk.TestSupport;

namespace PolicySdk.Analyzers.Tests;

/// <summary>A project in memory, with generated policies as the SDK would give them, and what the analyzers say of it.</summary>
internal static class AnalyzedProject
{
    internal const string RootNamespace = "";

    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        global using PolicySdk;
        """;

    internal static readonly IReadOnlyList<(string Path, string Text)> PolicyFiles =
    [
        ("policies/partner-api.policy.yaml", "policy: partner-api\nallow: [192.0.2.17]\n"),
        ("policies/admin.policy.yaml", "policy: admin\nallow: [192.0.2.18]\n"),
        ("policies/office.policy.yaml", "policy: office\nallow: [192.0.2.19]\n"),
    ];

    internal static readonly (string Path, string Text) ClientAddressFile =
        ("policies/client-address.yaml", "client-address:\n  trust: [10.8.0.4]\n  header: X-Forwarded-For\n");

    // What an application refers to: the shared frameworks and the runtime, not what these tests refer to beside them.
    private static readonly ImmutableArray<MetadataReference> Platform =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => File.Exists(path) && (Path.GetFileName(path) == "PolicySdk.dll" || Path.GetRelativePath(AppContext.BaseDirectory, path).StartsWith("..", StringComparison.Ordinal)))
            .Select(static path => MetadataReference.CreateFromFile(path))];

    private static readonly Lazy<ImmutableArray<SyntaxTree>> Policies = new(static () => Generate([.. PolicyFiles]));
    private static readonly Lazy<ImmutableArray<SyntaxTree>> PoliciesBehindProxies = new(static () => Generate([.. PolicyFiles, ClientAddressFile]));

    internal static readonly ImmutableArray<DiagnosticAnalyzer> AllAnalyzers =
        [.. typeof(Rules).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract).OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    /// <summary>Compiles files with the policies partner-api, admin and office.</summary>
    internal static CSharpCompilation Compile(
        IEnumerable<(string Path, string Text)> files,
        OutputKind kind = OutputKind.ConsoleApplication,
        IEnumerable<MetadataReference>? references = null,
        bool isBehindProxies = false,
        bool withPolicies = true) =>
        Compile(files, withPolicies ? isBehindProxies ? PoliciesBehindProxies.Value : Policies.Value : [], kind, references ?? []);

    /// <summary>Compiles files with what was generated for policies of their own.</summary>
    internal static CSharpCompilation Compile(IEnumerable<(string Path, string Text)> files, GeneratorHarness policies) =>
        Compile(files, SourcesOf(policies), OutputKind.ConsoleApplication, []);

    /// <summary>Compiles a package that applications use.</summary>
    internal static MetadataReference CompileLibrary(string name, string text, bool knowsPolicies)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [Parse(text, name + ".cs"), Parse(knowsPolicies ? GlobalUsings : GlobalUsings.Replace("global using PolicySdk;", ""), "GlobalUsings.g.cs"), .. knowsPolicies ? Policies.Value : []],
            Platform.Where(reference => knowsPolicies || !reference.Display!.EndsWith("PolicySdk.dll", StringComparison.Ordinal)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success ? MetadataReference.CreateFromImage(image.ToArray()) : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    /// <summary>Runs analyzers, in order of place; what an analyzer throws comes as AD0001.</summary>
    internal static async Task<ImmutableArray<Diagnostic>> Analyze(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer>? analyzers = null)
    {
        var diagnostics = await compilation.WithAnalyzers(analyzers ?? AllAnalyzers).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static diagnostic => diagnostic.Location.SourceSpan)];
    }

    internal static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, GeneratorHarness.ParseOptions.WithDocumentationMode(DocumentationMode.Parse), path);

    private static CSharpCompilation Compile(
        IEnumerable<(string Path, string Text)> files, ImmutableArray<SyntaxTree> policies, OutputKind kind, IEnumerable<MetadataReference> references) =>
        CSharpCompilation.Create(
            "Sample",
            [.. files.Select(static file => Parse(file.Text, file.Path)), Parse(GlobalUsings, "GlobalUsings.g.cs"), .. policies],
            [.. Platform, .. references],
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));

    private static ImmutableArray<SyntaxTree> Generate((string Path, string Text)[] files) => SourcesOf(GeneratorHarness.RunIn(RootNamespace, files));

    private static ImmutableArray<SyntaxTree> SourcesOf(GeneratorHarness policies) =>
        [.. policies.Result.GeneratedSources.Select(static source => Parse(source.SourceText.ToString(), source.HintName))];
}
