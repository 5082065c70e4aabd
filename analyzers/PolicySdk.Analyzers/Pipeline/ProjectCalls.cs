using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Pipeline;

/// <summary>The calls that a project makes to set policies up, wherever they are, and whether code that can't be seen may make them.</summary>
internal sealed class ProjectCalls
{
    private readonly PipelineSymbols _symbols;
    private readonly SharedSetup _policies;
    private readonly SharedSetup _forwardedHeaders;
    private readonly ConcurrentBag<(PipelineCall Call, Location Place, bool IsGenerated)> _calls = [];

    private ProjectCalls(PipelineSymbols symbols)
    {
        _symbols = symbols;
        _policies = new(symbols, symbols.Policies.Policies.Name);
        _forwardedHeaders = new(symbols, "Microsoft.AspNetCore.HttpOverrides");
    }

    /// <summary>Whether the services may get policies from code that can't be seen.</summary>
    internal bool MayAddPolicies => _policies.GetsServices;

    /// <summary>Whether a pipeline may get the middleware of policies from code that can't be seen; a start-up filter among the services can add it.</summary>
    internal bool MayUsePolicies => _policies.GetsServices || _policies.GetsPipeline;

    /// <summary>The same of the middleware of forwarded headers.</summary>
    internal bool MayUseForwardedHeaders => _forwardedHeaders.GetsServices || _forwardedHeaders.GetsPipeline || MayUsePolicies;

    /// <summary>Starts to collect.</summary>
    internal static ProjectCalls Collect(CompilationStartAnalysisContext context, PipelineSymbols symbols)
    {
        var calls = new ProjectCalls(symbols);
        context.RegisterOperationAction(operation => calls.Add((IInvocationOperation)operation.Operation, operation.IsGeneratedCode), OperationKind.Invocation);
        context.RegisterOperationAction(operation => calls.Add((IMethodReferenceOperation)operation.Operation, operation.IsGeneratedCode), OperationKind.MethodReference);
        return calls;
    }

    internal void Add(PipelineCall call, Location place, bool isGenerated) => _calls.Add((call, place, isGenerated));

    internal bool Has(PipelineCall call) => _calls.Any(one => one.Call == call);

    /// <summary>The first call that somebody wrote, in order of files and lines.</summary>
    internal Location? First(PipelineCall call) => _calls
        .Where(one => one.Call == call && !one.IsGenerated)
        .Select(static one => one.Place)
        .InSourceOrder(static place => place)
        .FirstOrDefault();

    private void Add(IInvocationOperation invocation, bool isGenerated)
    {
        var method = invocation.TargetMethod;
        if (_symbols.KindOf(method) is var call and not PipelineCall.None)
        {
            _calls.Add((call, invocation.NameLocation(), isGenerated));
        }
        else
        {
            Look(method);
        }
    }

    private void Add(IMethodReferenceOperation reference, bool isGenerated)
    {
        if (_symbols.KindOf(reference.Method) is var call and not PipelineCall.None)
        {
            _calls.Add((call, reference.Syntax.GetLocation(), isGenerated));
        }
        else
        {
            Look(reference.Method);
        }
    }

    private void Look(IMethodSymbol method)
    {
        _policies.Look(method);
        _forwardedHeaders.Look(method);
    }
}
