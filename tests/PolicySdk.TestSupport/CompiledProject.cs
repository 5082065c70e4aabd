using PolicySdk.Policies;
using PolicySdk.Validation;

namespace PolicySdk.TestSupport;

/// <summary>The policy files of a project, compiled by Core alone: what the generator does, without the compiler.</summary>
/// <param name="Problems">Everything wrong, in the order of files and places.</param>
/// <param name="Policies">The policies, those with errors refusing everybody.</param>
/// <param name="ClientAddress">The trusted proxies.</param>
internal sealed record CompiledProject(IReadOnlyList<Problem> Problems, IReadOnlyList<CompiledPolicy> Policies, CompiledClientAddress ClientAddress)
{
    /// <summary>The day on which tests build, unless they say another one.</summary>
    internal static readonly CalendarDate Today = new(2026, 11, 25);

    internal bool HasErrors => Problems.Any(static problem => problem.Severity == ProblemSeverity.Error);

    internal static CompiledProject Of(params IReadOnlyList<(string Path, string Text)> files) => On(Today, files);

    internal static CompiledProject On(CalendarDate? today, params IReadOnlyList<(string Path, string Text)> files)
    {
        var project = PolicyProject.Compile(files.Select(static file => new PolicyInput(file.Path, file.Text)), today);
        return new(project.Problems, project.Policies, project.ClientAddress);
    }
}
