using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicySdk.Collections;
using PolicySdk.Generator.Emission;
using PolicySdk.Policies;
using PolicySdk.Validation;

namespace PolicySdk.Generator;

/// <summary>Compiles the policy files of a project: files in, one type for each policy and diagnostics out.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class IpPoliciesGenerator : IIncrementalGenerator
{
    internal const string ReadStep = "Read";
    internal const string NetworksStep = "Networks";
    internal const string CompileStep = "Compile";
    internal const string MatcherStep = "Matcher";
    internal const string EntriesStep = "Entries";
    internal const string RegistryStep = "Registry";
    internal const string ProblemsStep = "Problems";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var targetNamespace = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ProjectNamespace.Read(options));
        var sources = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellation) => SourceFile.TryRead(pair.Left, pair.Right, cancellation))
            .Where(static source => source is not null)
            .Select(static (source, _) => source!);

        var files = sources.Select(static (source, _) => PipelineSteps.Read(source.Input)).WithTrackingName(ReadStep);
        var documents = files.Where(static file => file is PolicyDocument).Select(static (file, _) => (PolicyDocument)file);
        var networks = files.Where(static file => file is NetworksDocument).Collect()
            .Select(static (files, _) => new NetworkTable(files.Cast<NetworksDocument>())).WithTrackingName(NetworksStep);
        var clashes = documents.Select(static (document, _) => new PolicyNameSummary(document.Path, document.Name, document.Identifier, document.NameRange)).Collect()
            .Select(static (summaries, _) => PolicyNameClashes.Find(summaries));
        var compiled = documents.Combine(networks)
            .Select(static (pair, _) => PipelineSteps.Compile(pair.Left, pair.Right)).WithTrackingName(CompileStep);
        var named = compiled.Combine(clashes)
            .Where(static pair => !pair.Right.Dropped.Contains(pair.Left.Model.Path))
            .Select(static (pair, _) => pair.Right.Denied.Contains(pair.Left.Model.Path) ? pair.Left.Denied() : pair.Left);

        var models = named.Select(static (policy, _) => policy.Model).WithTrackingName(MatcherStep);
        context.RegisterSourceOutput(models.Combine(targetNamespace), static (context, pair) => PolicyEmitter.Emit(context, pair.Left, pair.Right));

        var entries = named.Select(static (policy, _) => policy.Entries).WithTrackingName(EntriesStep);
        context.RegisterSourceOutput(entries.Combine(targetNamespace), static (context, pair) => EntriesEmitter.Emit(context, pair.Left, pair.Right));

        var identifiers = models.Select(static (model, _) => model.Identifier).Collect()
            .Select(static (names, _) => names.OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray()).WithTrackingName(RegistryStep);
        context.RegisterSourceOutput(identifiers.Combine(targetNamespace), static (context, pair) => RegistryEmitter.Emit(context, pair.Left, pair.Right));

        var problems = files.Where(static file => file is not PolicyDocument).SelectMany(static (file, _) => file.Problems).Collect()
            .Combine(compiled.SelectMany(static (policy, _) => policy.Problems).Collect())
            .Combine(networks.Select(static (table, _) => table.Problems))
            .Combine(clashes.Select(static (found, _) => found.Problems))
            .Select(static (parts, _) => Sort([.. parts.Left.Left.Left, .. parts.Left.Left.Right, .. parts.Left.Right, .. parts.Right])).WithTrackingName(ProblemsStep);
        var places = sources.Select(static (source, _) => (source.Input.Path, source.FullPath)).Collect();
        context.RegisterSourceOutput(problems.Combine(places), static (context, pair) => Report(context, pair.Left, pair.Right));
    }

    private static EquatableArray<Problem> Sort(IEnumerable<Problem> problems) =>
        problems.OrderBy(static problem => problem.Path, StringComparer.Ordinal).ThenBy(static problem => problem.Range.Start).ToEquatableArray();

    private static void Report(SourceProductionContext context, EquatableArray<Problem> problems, ImmutableArray<(string Path, string FullPath)> places)
    {
        // A project may hand one file over twice.
        var fullPaths = places.GroupBy(static place => place.Path, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.First().FullPath, StringComparer.Ordinal);
        foreach (var problem in problems)
        {
            context.ReportDiagnostic(RuleDescriptors.ToDiagnostic(problem, fullPaths[problem.Path]));
        }
    }
}
