using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicySdk.Collections;
using PolicySdk.Generator.Emission;
using PolicySdk.Generator.Forms.Tables;
using PolicySdk.Policies;
using PolicySdk.Validation;

namespace PolicySdk.Generator;

/// <summary>Compiles the policy files of a project: files in, one type for each policy and diagnostics out.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class IpPoliciesGenerator : IIncrementalGenerator
{
    internal const string ReadStep = "Read";
    internal const string GuardrailsStep = "Guardrails";
    internal const string NetworksStep = "Networks";
    internal const string ClientAddressStep = "ClientAddress";
    internal const string CompileStep = "Compile";
    internal const string VerdictStep = "Verdict";
    internal const string MatcherStep = "Matcher";
    internal const string EntriesStep = "Entries";
    internal const string RegistryStep = "Registry";
    internal const string DatesStep = "Dates";
    internal const string ProblemsStep = "Problems";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var targetNamespace = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ProjectNamespace.Read(options));
        var sources = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellation) => SourceFile.TryRead(pair.Left, pair.Right, cancellation))
            .Where(static source => source is not null)
            .Select(static (source, _) => source!);

        var read = sources.Select(static (source, _) => PipelineSteps.Read(source.Input)).WithTrackingName(ReadStep);
        var guardrails = read.Where(static file => file is GuardrailsDocument).Collect()
            .Select(static (files, _) => GuardrailsTable.Of(files.Cast<GuardrailsDocument>())).WithTrackingName(GuardrailsStep);
        var files = read.Combine(guardrails).Select(static (pair, _) => pair.Left.Adjust(pair.Right.Guardrails));
        var networks = files.Where(static file => file is NetworksDocument).Collect().Combine(guardrails)
            .Select(static (pair, _) => new NetworkTable(pair.Left.Cast<NetworksDocument>(), pair.Right.Guardrails)).WithTrackingName(NetworksStep);
        var clientAddress = files.Where(static file => file is ClientAddressDocument).Collect().Combine(networks).Combine(guardrails)
            .Select(static (pair, _) => CompiledClientAddress.Of(pair.Left.Left.Cast<ClientAddressDocument>(), pair.Left.Right, pair.Right.Guardrails)).WithTrackingName(ClientAddressStep);
        var project = networks.Combine(guardrails).Combine(clientAddress)
            .Select(static (pair, _) => new ProjectContext(pair.Left.Left, pair.Left.Right.Guardrails, pair.Right.TrustedProxies));

        var documents = files.Where(static file => file is PolicyDocument).Select(static (file, _) => (PolicyDocument)file);
        var compiled = documents.Combine(project)
            .Select(static (pair, _) => PipelineSteps.Compile(pair.Left, pair.Right)).WithTrackingName(CompileStep);
        var verdict = documents.Collect().Combine(project)
            .Select(static (pair, _) => ProjectVerdict.Of(pair.Left, pair.Right)).WithTrackingName(VerdictStep);
        var named = compiled.Combine(verdict)
            .Select(static (pair, _) => pair.Right.Apply(pair.Left))
            .Where(static policy => policy is not null)
            .Select(static (policy, _) => policy!);

        var models = named.Select(static (policy, _) => policy.Model).WithTrackingName(MatcherStep);
        var identifiers = models.Select(static (model, _) => model.Identifier).Collect()
            .Select(static (names, _) => names.OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray()).WithTrackingName(RegistryStep);
        var parts = identifiers.Select(static (names, _) => LiteralRoom.Parts(names.Count));
        context.RegisterSourceOutput(models.Combine(targetNamespace).Combine(parts), static (context, pair) => PolicyEmitter.Emit(context, pair.Left.Left, pair.Left.Right, LiteralRoom.ForTables(pair.Right)));

        var entries = named.Select(static (policy, _) => policy.Entries).WithTrackingName(EntriesStep);
        context.RegisterSourceOutput(entries.Combine(targetNamespace).Combine(parts), static (context, pair) => EntriesEmitter.Emit(context, pair.Left.Left, pair.Left.Right, LiteralRoom.ForEntries(pair.Right)));

        context.RegisterSourceOutput(identifiers.Combine(targetNamespace), static (context, pair) => RegistryEmitter.Emit(context, pair.Left, pair.Right));

        var trusted = clientAddress.Select(static (compiled, _) => compiled.Model);
        context.RegisterSourceOutput(trusted.Combine(targetNamespace), static (context, pair) => ClientAddressEmitter.Emit(context, pair.Left, pair.Right));

        var unprotected = guardrails.Select(static (table, _) => table.Guardrails.UnprotectedEndpoints);
        context.RegisterSourceOutput(unprotected, static (context, severity) => GuardrailsEmitter.Emit(context, severity));

        // Dates weigh on the build alone: the day is no input of anything that is generated.
        var today = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => BuildDay.Read(options));
        var dated = files.Combine(guardrails).Combine(today)
            .SelectMany(static (pair, _) => pair.Right is { } day ? DateRules.Check(pair.Left.Left, pair.Left.Right.Guardrails, day) : []).WithTrackingName(DatesStep);
        var unused = files.Collect().Combine(project).SelectMany(static (pair, _) => UnusedNetworkRule.Check(pair.Left, pair.Right));
        var problems = files.Where(static file => file is not PolicyDocument).SelectMany(static (file, _) => file.Problems).Collect()
            .Combine(compiled.SelectMany(static (policy, _) => policy.Problems).Collect()).Select(Join)
            .Combine(guardrails.SelectMany(static (table, _) => table.Problems).Collect()).Select(Join)
            .Combine(networks.SelectMany(static (table, _) => table.Problems).Collect()).Select(Join)
            .Combine(clientAddress.SelectMany(static (compiled, _) => compiled.Problems).Collect()).Select(Join)
            .Combine(verdict.SelectMany(static (verdict, _) => verdict.Problems).Collect()).Select(Join)
            .Combine(unused.Collect()).Select(Join)
            .Combine(dated.Collect()).Select(Join)
            .Select(static (problems, _) => PolicyProject.Sort(problems)).WithTrackingName(ProblemsStep);
        var places = sources.Select(static (source, _) => (source.Input.Path, source.FullPath)).Collect();
        var watched = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => HotReload.IsWatching(options))
            .Combine(context.CompilationProvider.Select(static (compilation, _) => compilation.Options))
            .Select(static (pair, _) => pair.Left ? pair.Right : null);
        context.RegisterSourceOutput(problems.Combine(places).Combine(watched), static (context, pair) => Report(context, pair.Left.Left, pair.Left.Right, pair.Right));
    }

    private static ImmutableArray<Problem> Join((ImmutableArray<Problem> Left, ImmutableArray<Problem> Right) parts, CancellationToken cancellation) => parts.Left.AddRange(parts.Right);

    private static void Report(
        SourceProductionContext context, EquatableArray<Problem> problems, ImmutableArray<(string Path, string FullPath)> places, CompilationOptions? watched)
    {
        // A project may hand one file over twice.
        var fullPaths = places.GroupBy(static place => place.Path, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.First().FullPath, StringComparer.Ordinal);
        var diagnostics = problems.Select(problem => RuleDescriptors.ToDiagnostic(problem, fullPaths[problem.Path])).ToList();
        diagnostics.ForEach(context.ReportDiagnostic);
        if (watched is not null && diagnostics.Exists(diagnostic => HotReload.IsError(diagnostic, watched)))
        {
            HotReload.Stop(context);
        }
    }
}
