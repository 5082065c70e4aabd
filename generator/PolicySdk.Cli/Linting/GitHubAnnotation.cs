using PolicySdk.Cli.Sources;
using PolicySdk.Validation;

namespace PolicySdk.Cli.Linting;

/// <summary>A workflow command of GitHub Actions, which puts a finding beside its line in a pull request.</summary>
internal static class GitHubAnnotation
{
    internal static string Write(PolicyFolder folder, Problem problem)
    {
        var kind = problem.Severity switch
        {
            ProblemSeverity.Error => "error",
            ProblemSeverity.Warning => "warning",
            _ => "notice",
        };
        var range = problem.Range;
        var end = range.EndLine == range.Line ? $",endColumn={Math.Max(range.Column + 1, range.EndColumn)}" : "";
        var place = $"file={Property(folder.Shown(problem.Path))},line={range.Line + 1},endLine={range.EndLine + 1},col={range.Column + 1}{end}";
        return $"::{kind} {place},title={problem.Rule}::{Data(problem.Message)}";
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
