using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace PolicySdk.Analyzers.Tests.Fixes;

/// <summary>A project in memory whose diagnostics a fixer mends.</summary>
internal sealed class FixedProject
{
    private readonly Project _project;

    private FixedProject(Project project) => _project = project;

    internal static FixedProject Of(CSharpCompilation compilation)
    {
        var solution = new AdhocWorkspace().CurrentSolution;
        var id = ProjectId.CreateNewId();
        solution = solution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, compilation.AssemblyName!, compilation.AssemblyName!, LanguageNames.CSharp,
            compilationOptions: compilation.Options, parseOptions: compilation.SyntaxTrees[0].Options, metadataReferences: compilation.References));
        foreach (var tree in compilation.SyntaxTrees)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), tree.FilePath, tree.GetText(), filePath: tree.FilePath);
        }

        return new(solution.GetProject(id)!);
    }

    internal static FixedProject Of(params (string Path, string Text)[] files) => Of(AnalyzedProject.Compile(files));

    internal async Task<string> TextOf(string path) => (await Document(path).GetTextAsync()).ToString();

    /// <summary>What the analyzers say of the project by the rules that a fixer mends.</summary>
    internal async Task<ImmutableArray<Diagnostic>> Diagnostics(CodeFixProvider fixer) =>
        [.. (await AnalyzedProject.Analyze(await Compilation())).Where(diagnostic => fixer.FixableDiagnosticIds.Contains(diagnostic.Id))];

    /// <summary>The actions that a fixer offers, in order.</summary>
    internal async Task<IReadOnlyList<CodeAction>> Actions(CodeFixProvider fixer, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        var document = _project.Solution.GetDocument(diagnostic.Location.SourceTree)!;
        await fixer.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    internal async Task<FixedProject> Apply(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetProject(_project.Id)!;
        var after = new FixedProject(changed);
        Assert.Equal(await ErrorsOf(this), await ErrorsOf(after));
        return after;
    }

    /// <summary>Applies "Fix all" for what the action stands for.</summary>
    internal async Task<FixedProject> ApplyToAll(CodeFixProvider fixer, string? key, FixAllScope scope = FixAllScope.Solution)
    {
        var diagnostics = await Diagnostics(fixer);
        var document = _project.Solution.GetDocument(diagnostics[0].Location.SourceTree)!;
        var provider = fixer.GetFixAllProvider()!;
        var context = new FixAllContext(document, fixer, scope, key!, fixer.FixableDiagnosticIds, new Known(diagnostics), CancellationToken.None);
        return await Apply((await provider.GetFixAsync(context))!);
    }

    private static async Task<IEnumerable<string>> ErrorsOf(FixedProject project) =>
        (await project.Compilation()).GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.ToString());

    private async Task<CSharpCompilation> Compilation() => (CSharpCompilation)(await _project.GetCompilationAsync())!;

    private Document Document(string path) => _project.Documents.Single(document => document.FilePath == path);

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => GetProjectDiagnosticsAsync(project, cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(diagnostic => diagnostic.Location.SourceTree!.FilePath == document.FilePath));
    }
}
