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
            PipelineCall.UseIpPolicies when PipelineStatements.Of(syntax) is { } statement => Move(file, statement, call, PipelineBody.CallsBeside(call, symbols)),
            PipelineCall.AddIpPolicies => MissingMiddleware.Add(file, symbols),
            _ => null,
        };
        return proposal is null ? [] : [proposal];
    }

    // Not past what it must come after.
    private static Proposal? Move(FixedFile file, ExpressionStatementSyntax policies, IInvocationOperation call, IReadOnlyList<(PipelineCall Kind, IInvocationOperation Call)> calls)
    {
        var later = calls.FirstOrDefault(one => one.Kind == PipelineCall.Later && PipelineBody.MayPrecede(one.Call, call)).Call;
        if (later is not null)
        {
            return calls.Any(one => one.Kind is PipelineCall.UseRouting or PipelineCall.UseForwardedHeaders && PipelineBody.MayPrecede(later, one.Call) && PipelineBody.MayPrecede(one.Call, call))
                ? null
                : Move(file, policies, later, isBefore: true);
        }

        var routing = calls.FirstOrDefault(one => one.Kind == PipelineCall.UseRouting && PipelineBody.MayPrecede(call, one.Call)).Call;
        return routing is null || calls.Any(one => one.Kind == PipelineCall.Later && PipelineBody.MayPrecede(call, one.Call) && PipelineBody.MayPrecede(one.Call, routing))
            ? null
            : Move(file, policies, routing, isBefore: false);
    }

    private static Proposal? Move(FixedFile file, ExpressionStatementSyntax policies, IInvocationOperation other, bool isBefore) =>
        PipelineStatements.Of(other.Syntax as InvocationExpressionSyntax) is { } target && PipelineStatements.AreBeside(policies, target)
            ? new($"Move UseIpPolicies() {(isBefore ? "before" : "after")} {other.TargetMethod.Name}()", "move", PipelineStatements.Move(file.Text, policies, target, isBefore))
            : null;
}
