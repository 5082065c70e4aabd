using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Pipeline;

/// <summary>PSDK6007 and PSDK7004 in one body: <c>UseIpPolicies</c>, <c>UseIpPolicy</c> and <c>UseForwardedHeaders</c> in the wrong order.</summary>
/// <remarks>A wrong order is wrong wherever it stands, so libraries are told too. The other call is the additional location.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyOrderAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.PipelineSetup, Rules.ForwardedHeadersSetup];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (PipelineSymbols.Resolve(start.Compilation) is { } symbols && !ProjectKind.IsTest(start.Compilation))
            {
                start.RegisterOperationAction(operation => Check(operation, (IInvocationOperation)operation.Operation, symbols), OperationKind.Invocation);
            }
        });
    }

    private static void Check(OperationAnalysisContext context, IInvocationOperation call, PipelineSymbols symbols)
    {
        switch (symbols.KindOf(call.TargetMethod))
        {
            case PipelineCall.UseIpPolicies:
                CheckPolicies(context, call, PipelineBody.NeighborsOf(call, symbols));
                break;
            case PipelineCall.UseForwardedHeaders:
                CheckForwardedHeaders(context, call, PipelineBody.NeighborsOf(call, symbols));
                break;
        }
    }

    private static void CheckPolicies(OperationAnalysisContext context, IInvocationOperation policies, PipelineNeighbors neighbors)
    {
        if (neighbors.Before(PipelineCall.UseIpPolicies) is not null)
        {
            return;
        }

        if (neighbors.Before(PipelineCall.Later) is { } early)
        {
            Report(context, Rules.PipelineSetup, policies, early, $"UseIpPolicies() comes after {early.TargetMethod.Name}(), {Harm(early.TargetMethod.Name)}. Call it before {early.TargetMethod.Name}().");
        }
        else if (neighbors.Before(PipelineCall.UseRouting) is null && neighbors.After(PipelineCall.UseRouting) is { } routing)
        {
            Report(context, Rules.PipelineSetup, policies, routing, "UseIpPolicies() comes before UseRouting(), so it knows no endpoint and does nothing. Call it after UseRouting().");
        }
    }

    private static void CheckForwardedHeaders(OperationAnalysisContext context, IInvocationOperation headers, PipelineNeighbors neighbors)
    {
        if (neighbors.Before(PipelineCall.UseForwardedHeaders) is null && neighbors.PoliciesBefore() is { } policies)
        {
            Report(context, Rules.ForwardedHeadersSetup, headers, policies, $"UseForwardedHeaders() comes after {policies.TargetMethod.Name}(), which therefore sees the proxy's address in place of the client's. Call it before {policies.TargetMethod.Name}().");
        }
    }

    private static string Harm(string method) => method switch
    {
        "UseRateLimiter" => "whose limits are then used up by callers that are refused anyway",
        "UseOutputCache" or "UseResponseCaching" => "which may answer from its cache before any policy is asked",
        "UseEndpoints" => "which has run the endpoint by then",
        _ => "which then runs for callers that are refused anyway",
    };

    private static void Report(OperationAnalysisContext context, DiagnosticDescriptor rule, IInvocationOperation call, IInvocationOperation other, string message) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, call.NameLocation(), [other.NameLocation()], message));
}
