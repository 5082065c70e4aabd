using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicySdk.Generator;

namespace PolicySdk.TestSupport;

/// <summary>Runs the generator over policy files as the compiler does, in memory. Each edit gives the next state.</summary>
internal sealed class GeneratorHarness
{
    internal static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(File.Exists).Select(static path => MetadataReference.CreateFromFile(path))];

    private readonly CSharpCompilation _input;
    private readonly ImmutableArray<PolicyFileText> _files;
    private readonly GeneratorDriver _driver;
    private readonly Lazy<(byte[] Image, ImmutableArray<Diagnostic> Diagnostics)> _emitted;

    private GeneratorHarness(GeneratorDriver driver, CSharpCompilation input, ImmutableArray<PolicyFileText> files)
    {
        _input = input;
        _files = files;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out var diagnostics);
        Output = (CSharpCompilation)output;
        Diagnostics = diagnostics;
        _emitted = new(() => Emit(Output));
    }

    /// <summary>The compilation with what was generated.</summary>
    internal CSharpCompilation Output { get; }

    /// <summary>What the generator reports.</summary>
    internal ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The result of the last run, its tracked steps included.</summary>
    internal GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>Runs over files given as path and text, in a project with the root namespace <c>Sample</c>.</summary>
    internal static GeneratorHarness Run(params (string Path, string Text)[] files) => RunIn("Sample", files);

    internal static GeneratorHarness RunIn(string rootNamespace, params (string Path, string Text)[] files)
    {
        ImmutableArray<PolicyFileText> texts = [.. files.Select(static file => new PolicyFileText(file.Path, file.Text))];
        var driver = CSharpGeneratorDriver.Create(
            [new IpPoliciesGenerator().AsSourceGenerator()],
            texts,
            ParseOptions,
            new PolicyFileOptions(rootNamespace),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new(driver, Compile("class Unrelated;"), texts);
    }

    /// <summary>Runs again after one policy file was replaced.</summary>
    internal GeneratorHarness Replace(string path, string text)
    {
        var before = _files.Single(file => file.RelativePath == path);
        var after = new PolicyFileText(path, text);
        return new(_driver.ReplaceAdditionalText(before, after), _input, _files.Replace(before, after));
    }

    /// <summary>Runs again with one more policy file.</summary>
    internal GeneratorHarness Add(string path, string text)
    {
        var added = new PolicyFileText(path, text);
        return new(_driver.AddAdditionalTexts([added]), _input, _files.Add(added));
    }

    /// <summary>Runs again without one of the policy files.</summary>
    internal GeneratorHarness Remove(string path)
    {
        var removed = _files.Single(file => file.RelativePath == path);
        return new(_driver.RemoveAdditionalTexts([removed]), _input, _files.Remove(removed));
    }

    /// <summary>Runs again after an edit of C# that has nothing to do with policies.</summary>
    internal GeneratorHarness EditUnrelated() => new(_driver, Compile("class Unrelated { int edited; }"), _files);

    /// <summary>Runs again on another day.</summary>
    internal GeneratorHarness On(string today) => new(_driver.WithUpdatedAnalyzerConfigOptions(new PolicyFileOptions("Sample", today)), _input, _files);

    /// <summary>Runs again with nothing changed.</summary>
    internal GeneratorHarness Repeat() => new(_driver, _input, _files);

    /// <summary>The errors among what the generator reports.</summary>
    internal IReadOnlyList<Diagnostic> Errors => [.. Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    /// <summary>What the compiler says of generated code, from warnings up.</summary>
    internal IReadOnlyList<Diagnostic> CompilerFaults
    {
        get
        {
            var generated = Result.GeneratedSources.Select(static source => source.SyntaxTree).ToHashSet();
            return [.. _emitted.Value.Diagnostics.Where(fault => fault.Severity >= DiagnosticSeverity.Warning && (fault.Location.SourceTree is not { } tree || generated.Contains(tree)))];
        }
    }

    /// <summary>The text generated under a hint name.</summary>
    internal string Source(string hintName) => Result.GeneratedSources.Single(source => source.HintName == hintName).SourceText.ToString();

    /// <summary>Compiles what was generated and loads it into this process.</summary>
    internal Assembly Load()
    {
        var (image, diagnostics) = _emitted.Value;
        return image.Length > 0 ? Assembly.Load(image) : throw new InvalidOperationException(string.Join('\n', diagnostics));
    }

    /// <summary>An instance of a policy in a loaded assembly.</summary>
    internal static IpPolicy Create(Assembly assembly, string identifier) =>
        (IpPolicy)Activator.CreateInstance(assembly.GetType("Sample.IpPolicies+" + identifier, throwOnError: true)!)!;

    // Some faults show only when code is emitted, not when it is bound; those of XML documentation only when that is written.
    internal static (byte[] Image, ImmutableArray<Diagnostic> Diagnostics) Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        using var documentation = new MemoryStream();
        var result = compilation.Emit(image, xmlDocumentationStream: documentation);
        return (result.Success ? image.ToArray() : [], result.Diagnostics);
    }

    internal static CSharpCompilation Compile(string source) => CSharpCompilation.Create(
        "Sample",
        [CSharpSyntaxTree.ParseText(source, ParseOptions)],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));
}
