using System.Collections;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace PolicySdk.TestSupport.Incrementality;

/// <summary>Reads of a run which steps did anything.</summary>
internal static class TrackedRun
{
    /// <summary>Why each output of a named step is there.</summary>
    internal static IReadOnlyList<IncrementalStepRunReason> Reasons(this GeneratorRunResult run, string step) =>
        [.. Outputs(run, step).Select(static output => output.Reason)];

    internal static IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(this GeneratorRunResult run, string step) =>
        run.TrackedSteps.TryGetValue(step, out var steps) ? steps.SelectMany(static run => run.Outputs) : [];

    /// <summary>Why each generated source is there, by hint name, those of removed sources included.</summary>
    internal static IReadOnlyDictionary<string, IncrementalStepRunReason> SourceReasons(this GeneratorRunResult run) =>
        run.OutputReasons().SelectMany(static output => HintNames(output.Value).Select(name => (name, output.Reason))).ToDictionary();

    /// <summary>What every output of the generator gave and why: for each call of <c>RegisterSourceOutput</c> one for each of its inputs.</summary>
    internal static IEnumerable<(object Value, IncrementalStepRunReason Reason)> OutputReasons(this GeneratorRunResult run) =>
        run.TrackedOutputSteps.Values.SelectMany(static steps => steps).SelectMany(static step => step.Outputs);

    internal static bool IsCached(this IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    // The value of an output is a pair of sources and diagnostics, of types that the compiler keeps to itself.
    private static IEnumerable<string> HintNames(object output) =>
        ((IEnumerable)((ITuple)output)[0]!).Cast<object>().Select(static source => (string)source.GetType().GetProperty("HintName")!.GetValue(source)!);
}
