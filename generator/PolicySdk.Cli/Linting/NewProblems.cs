using PolicySdk.Policies;
using PolicySdk.Validation;

namespace PolicySdk.Cli.Linting;

/// <summary>What a change of files brings.</summary>
internal static class NewProblems
{
    /// <summary>The problems that are there afterwards alone, or more often than before. Where they stand does not matter: lines move.</summary>
    internal static IReadOnlyList<Problem> Of(ProjectFiles before, ProjectFiles after, CalendarDate today)
    {
        var known = PolicyProject.Compile(before, today).Problems.CountBy(Key).ToDictionary();
        return [.. PolicyProject.Compile(after, today).Problems.GroupBy(Key).SelectMany(group => group.Skip(known.GetValueOrDefault(group.Key)))];
    }

    private static (string Rule, string Path, string Message) Key(Problem problem) => (problem.Rule, problem.Path, problem.Message);
}
