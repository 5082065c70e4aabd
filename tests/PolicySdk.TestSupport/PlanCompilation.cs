using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Generator.Emission;
using PolicySdk.Generator.Forms.Tables;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.TestSupport;

/// <summary>Compiles plans by the generator's own emitters, without files and rules: for lists that no valid file may have.</summary>
internal static class PlanCompilation
{
    /// <summary>A policy that allows everybody from the given ranges.</summary>
    internal static CompiledPolicy Allow(string identifier, IReadOnlyList<IpRange> ranges)
    {
        var plan = MatchPlanner.Plan([], [.. ranges.Select(static (range, index) => new MatchPiece(range, index, range, EntryCondition.Always))], []);
        var rows = ranges.Select(static (range, index) => new EntryRow(EntryList.Allow, null, range.ToString(), null, null, null, null, null, null, [], "policies/x.policy.yaml", index + 1));
        var model = new PolicyModel("policies/x.policy.yaml", identifier, identifier, null, null, "", IsValid: true, null, [], [], ranges.Count, plan);
        return new(model, new(identifier, Name: null, rows.ToEquatableArray()), []);
    }

    internal static Assembly Load(IReadOnlyList<CompiledPolicy> policies, LiteralRoom room)
    {
        CSharpGeneratorDriver.Create(new PlanGenerator(policies, room)).WithUpdatedParseOptions(GeneratorHarness.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compile("class Unrelated;"), out var output, out _);
        var (image, diagnostics) = GeneratorHarness.Emit((CSharpCompilation)output);
        return image.Length > 0 ? Assembly.Load(image) : throw new InvalidOperationException(string.Join('\n', diagnostics));
    }

    /// <summary>Hands the policies to the emitters.</summary>
    private sealed class PlanGenerator(IReadOnlyList<CompiledPolicy> policies, LiteralRoom room) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.CompilationProvider, (context, _) =>
            {
                foreach (var policy in policies)
                {
                    PolicyEmitter.Emit(context, policy.Model, "Sample", room);
                    EntriesEmitter.Emit(context, policy.Entries, "Sample", room);
                }
            });
    }
}
