using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Operations;
using PolicySdk.Analyzers;
using PolicySdk.Analyzers.Pipeline;
using PolicySdk.CodeFixes.Endpoints;
using PolicySdk.CodeFixes.Text;

namespace PolicySdk.CodeFixes.Pipeline;

/// <summary>PSDK6007: moves <c>UseIpPolicies</c> to where it belongs, or adds it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PipelineSetupFixer)), Shared]
public sealed class PipelineSetupFixer : TextFixer
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.PipelineSetup];

    private protected override IEnumerable<Proposal> Propose(FixedFile file, Diagnostic diagnostic)
    {
        if (PipelineSymbols.Resolve(file.Model.Compilation) is not { } symbols
            || Chains.CallOf(file.Root.FindToken(diagnostic.Location.SourceSpan.Start)) is not { } syntax
            || file.Model.GetOperation(syntax) is not IInvocationOperation call)
        {
            return [];
        }

        var proposal = symbols.KindOf(call.TargetMethod) switch
        {
            PipelineCall.UseIpPolicies => Move(file, call, PipelineBody.NeighborsOf(call, symbols)),
            PipelineCall.AddIpPolicies => MissingMiddleware.Add(file, symbols),
            _ => null,
        };
        return proposal is null ? [] : [proposal];
    }

    // Not past what it must come after.
    private static Proposal? Move(FixedFile file, IInvocationOperation policies, PipelineNeighbors neighbors)
    {
        if (neighbors.Before(PipelineCall.Later) is { } later)
        {
            return neighbors.HasBetween(later, policies, PipelineCall.UseRouting) || neighbors.HasBetween(later, policies, PipelineCall.UseForwardedHeaders)
                ? null
                : PipelineStatements.Move(file.Text, policies, later, isBefore: true);
        }

        return neighbors.After(PipelineCall.UseRouting) is { } routing && !neighbors.HasBetween(policies, routing, PipelineCall.Later)
            ? PipelineStatements.Move(file.Text, policies, routing, isBefore: false)
            : null;
    }
}
