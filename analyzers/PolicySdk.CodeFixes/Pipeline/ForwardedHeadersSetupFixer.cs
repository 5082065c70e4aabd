using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PolicySdk.Analyzers;
using PolicySdk.Analyzers.Pipeline;
using PolicySdk.CodeFixes.Endpoints;
using PolicySdk.CodeFixes.Text;

namespace PolicySdk.CodeFixes.Pipeline;

/// <summary>PSDK7004: moves <c>UseForwardedHeaders</c> before <c>UseIpPolicies</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ForwardedHeadersSetupFixer)), Shared]
public sealed class ForwardedHeadersSetupFixer : TextFixer
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.ForwardedHeadersSetup];

    private protected override IEnumerable<Proposal> Propose(FixedFile file, Diagnostic diagnostic)
    {
        if (PipelineSymbols.Resolve(file.Model.Compilation) is { } symbols
            && Chains.CallOf(file.Root.FindToken(diagnostic.Location.SourceSpan.Start)) is { } syntax
            && PipelineStatements.Of(syntax) is { } headers
            && file.Model.GetOperation(syntax) is IInvocationOperation call
            && symbols.KindOf(call.TargetMethod) == PipelineCall.UseForwardedHeaders
            && PipelineBody.CallsBeside(call, symbols).FirstOrDefault(one => one.Kind == PipelineCall.UseIpPolicies && PipelineBody.MayPrecede(one.Call, call)).Call is { } policies
            && PipelineStatements.Of(policies.Syntax as InvocationExpressionSyntax) is { } target
            && PipelineStatements.AreBeside(headers, target))
        {
            yield return new("Move UseForwardedHeaders() before UseIpPolicies()", "move", PipelineStatements.Move(file.Text, headers, target, isBefore: true));
        }
    }
}
