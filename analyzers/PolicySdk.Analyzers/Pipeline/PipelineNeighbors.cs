using Microsoft.CodeAnalysis.Operations;

namespace PolicySdk.Analyzers.Pipeline;

/// <summary>A call on a pipeline, and those that the rules know on the same pipeline, in the same function.</summary>
/// <param name="call">The call.</param>
/// <param name="all">All of them, the call itself among them, in order of the text.</param>
internal sealed class PipelineNeighbors(IInvocationOperation call, IReadOnlyList<(PipelineCall Kind, IInvocationOperation Call)> all)
{
    /// <summary>The first call of a kind that a run may come by before the call.</summary>
    internal IInvocationOperation? Before(PipelineCall kind) => all.FirstOrDefault(one => one.Kind == kind && PipelineBody.MayPrecede(one.Call, call)).Call;

    /// <summary>The first call that asks policies about the caller, among those that a run may come by before the call.</summary>
    internal IInvocationOperation? PoliciesBefore() =>
        all.FirstOrDefault(one => one.Kind is PipelineCall.UseIpPolicies or PipelineCall.UseIpPolicy && PipelineBody.MayPrecede(one.Call, call)).Call;

    /// <summary>The first call of a kind that a run may come by after the call.</summary>
    internal IInvocationOperation? After(PipelineCall kind) => all.FirstOrDefault(one => one.Kind == kind && PipelineBody.MayPrecede(call, one.Call)).Call;

    /// <summary>Whether a run may come by a call of a kind on its way from one call to another.</summary>
    internal bool HasBetween(IInvocationOperation earlier, IInvocationOperation later, PipelineCall kind) =>
        all.Any(one => one.Kind == kind && PipelineBody.MayPrecede(earlier, one.Call) && PipelineBody.MayPrecede(one.Call, later));
}
