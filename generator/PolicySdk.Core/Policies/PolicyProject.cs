using PolicySdk.Collections;
using PolicySdk.Validation;

namespace PolicySdk.Policies;

/// <summary>All policy files of a project, compiled: what tools without a compiler and tests see. The generator takes the same steps one by one.</summary>
/// <param name="Policies">The policies that have a type, those with errors refusing everybody.</param>
/// <param name="ClientAddress">The trusted proxies.</param>
/// <param name="Problems">Everything wrong, in the order of files and places.</param>
internal sealed record PolicyProject(IReadOnlyList<CompiledPolicy> Policies, CompiledClientAddress ClientAddress, EquatableArray<Problem> Problems)
{
    /// <summary>Compiles a project.</summary>
    /// <param name="inputs">The files.</param>
    /// <param name="today">The day for what depends on it, or null to leave that out.</param>
    internal static PolicyProject Compile(IEnumerable<PolicyInput> inputs, CalendarDate? today) => Compile(ProjectFiles.Of(inputs.Select(PolicyFileReader.Read)), today);

    /// <summary>The paths of the policies that compile; the others refuse everybody.</summary>
    internal static HashSet<string> ValidPaths(ProjectFiles project) =>
        new(Compile(project, today: null).Policies.Where(static policy => policy.Model.IsValid).Select(static policy => policy.Model.Path), StringComparer.Ordinal);

    /// <inheritdoc cref="Compile(IEnumerable{PolicyInput}, CalendarDate?)" />
    internal static PolicyProject Compile(ProjectFiles project, CalendarDate? today)
    {
        var compiled = project.Policies.Select(document => PolicyCompiler.Compile(document, project.Context)).ToList();
        var verdict = ProjectVerdict.Of(project.Policies, project.Context);
        return new(compiled.Select(verdict.Apply).OfType<CompiledPolicy>().ToList(), project.ClientAddress, Sort(
            project.Files.Where(static file => file is not PolicyDocument).SelectMany(static file => file.Problems)
                .Concat(compiled.SelectMany(static policy => policy.Problems))
                .Concat(project.Problems)
                .Concat(verdict.Problems)
                .Concat(UnusedNetworkRule.Check(project.Files, project.Context))
                .Concat(today is { } day ? project.Files.SelectMany(file => DateRules.Check(file, project.Context.Guardrails, day)) : [])));
    }

    /// <summary>The order in which problems are told.</summary>
    internal static EquatableArray<Problem> Sort(IEnumerable<Problem> problems) =>
        problems.OrderBy(static problem => problem.Path, StringComparer.Ordinal).ThenBy(static problem => problem.Range.Start).ThenBy(static problem => problem.Rule, StringComparer.Ordinal).ToEquatableArray();
}
