using PolicySdk.Cli.Output;
using PolicySdk.Cli.Sources;
using PolicySdk.Collections;
using PolicySdk.Validation;
using Spectre.Console;

namespace PolicySdk.Cli.Linting;

/// <summary>Writes findings in the form that was asked for.</summary>
internal static class ProblemWriter
{
    internal static void Write(CommandConsole console, PolicyFolder folder, EquatableArray<Problem> problems, string format)
    {
        switch (format)
        {
            case "json":
                console.WriteLine(ProblemJson.Write(folder, problems));
                break;
            case "sarif":
                console.WriteLine(ProblemSarif.Write(folder, problems));
                break;
            case "github":
                foreach (var problem in problems)
                {
                    console.WriteLine(GitHubAnnotation.Write(folder, problem));
                }

                break;
            default:
                WriteText(console, folder, problems);
                break;
        }
    }

    /// <summary>A finding as compilers write them: editors and terminals find the place.</summary>
    internal static string Text(PolicyFolder folder, Problem problem) =>
        $"{folder.Shown(problem.Path)}({problem.Range.Line + 1},{problem.Range.Column + 1}): {Word(problem.Severity)} {problem.Rule}: {problem.Message}";

    internal static string Word(ProblemSeverity severity) => severity switch
    {
        ProblemSeverity.Error => "error",
        ProblemSeverity.Warning => "warning",
        _ => "info",
    };

    private static void WriteText(CommandConsole console, PolicyFolder folder, EquatableArray<Problem> problems)
    {
        foreach (var problem in problems)
        {
            console.WriteLine(Text(folder, problem), problem.Severity switch
            {
                ProblemSeverity.Error => new Style(Color.Red),
                ProblemSeverity.Warning => new Style(Color.Yellow),
                _ => Style.Plain,
            });
        }

        var files = $"{folder.Files.Count} {(folder.Files.Count == 1 ? "file" : "files")}";
        var counts = problems.CountBy(static problem => problem.Severity).OrderByDescending(static group => group.Key)
            .Select(static group => $"{group.Value} {Word(group.Key)}{(group.Value == 1 ? "" : "s")}");
        console.WriteLine(problems.Count == 0 ? $"{files}, nothing found." : $"{files}: {string.Join(", ", counts)}.");
    }
}
