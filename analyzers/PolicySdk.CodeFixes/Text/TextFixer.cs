using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace PolicySdk.CodeFixes.Text;

/// <summary>A fixer that proposes changes of text. Only what compiles is offered.</summary>
public abstract class TextFixer : CodeFixProvider
{
    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(FixAllAsync);

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixedFile.ReadAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } file)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            var ways = new Ways(file, context.CancellationToken);
            foreach (var proposal in Propose(file, diagnostic))
            {
                if (ways.Choose(proposal) is { } changes)
                {
                    context.RegisterCodeFix(Action(context.Document, file, proposal, changes), diagnostic);
                }
            }
        }
    }

    /// <summary>The fixes of a diagnostic, in the order of a menu.</summary>
    private protected abstract IEnumerable<Proposal> Propose(FixedFile file, Diagnostic diagnostic);

    private static CodeAction Action(Document document, FixedFile file, Proposal proposal, ImmutableArray<TextChange> changes) =>
        CodeAction.Create(proposal.Title, _ => Task.FromResult(document.WithText(file.Text.WithChanges(changes))), proposal.Key);

    private async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        if (await FixedFile.ReadAsync(document, context.CancellationToken).ConfigureAwait(false) is not { } file)
        {
            return document;
        }

        // dotnet format gives no key where the first diagnostic of all has no fix.
        var proposals = diagnostics
            .OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => Propose(file, diagnostic).FirstOrDefault(proposal => !proposal.IsForOnePlace && (context.CodeActionEquivalenceKey is not { } key || proposal.Key == key)))
            .OfType<Proposal>()
            .ToList();
        return document.WithText(file.Text.WithChanges(new Ways(file, context.CancellationToken).Choose(proposals)));
    }
}
