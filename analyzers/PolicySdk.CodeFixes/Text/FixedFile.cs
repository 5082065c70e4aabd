using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PolicySdk.CodeFixes.Text;

/// <summary>The file that is fixed, before the fix.</summary>
internal sealed class FixedFile
{
    private readonly Lazy<int> _errors;

    private FixedFile(SyntaxNode root, SourceText text, SemanticModel model)
    {
        Root = root;
        Text = text;
        Model = model;
        _errors = new(() => Errors(model, CancellationToken.None));
    }

    internal SyntaxNode Root { get; }

    internal SourceText Text { get; }

    internal SemanticModel Model { get; }

    internal static async Task<FixedFile?> ReadAsync(Document document, CancellationToken cancellation) =>
        await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
            ? new(
                await model.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false),
                await model.SyntaxTree.GetTextAsync(cancellation).ConfigureAwait(false),
                model)
            : null;

    /// <summary>Whether the changed file compiles, or is at least no worse than it was.</summary>
    internal bool Compiles(IEnumerable<TextChange> changes, CancellationToken cancellation)
    {
        var tree = Model.SyntaxTree.WithChangedText(Text.WithChanges(changes));
        // Not through the workspace, where each change would run every generator again.
        var compilation = Model.Compilation.ReplaceSyntaxTree(Model.SyntaxTree, tree);
        return Errors(compilation.GetSemanticModel(tree), cancellation) <= _errors.Value;
    }

    private static int Errors(SemanticModel model, CancellationToken cancellation) =>
        model.GetDiagnostics(cancellationToken: cancellation).Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
