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

/// <summary>PSDK7004: moves <c>UseForwardedHeaders</c> before <c>UseIpPolicies</c> and <c>UseIpPolicy</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ForwardedHeadersSetupFixer)), Shared]
public sealed class ForwardedHeadersSetupFixer : TextFixer
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.ForwardedHeadersSetup];

    private protected override IEnumerable<Proposal> Propose(FixedFile file, Diagnostic diagnostic)
    {
        if (PipelineSymbols.Resolve(file.Model.Compilation) is { } symbols
            && Chains.CallOf(file.Root.FindToken(diagnostic.Location.SourceSpan.Start)) is { } syntax
            && file.Model.GetOperation(syntax) is IInvocationOperation call
            && symbols.KindOf(call.TargetMethod) == PipelineCall.UseForwardedHeaders
            && PipelineBody.NeighborsOf(call, symbols).PoliciesBefore() is { } policies
            && PipelineStatements.Move(file.Text, call, policies, isBefore: true) is { } move)
        {
            yield return move;
        }
    }
}
