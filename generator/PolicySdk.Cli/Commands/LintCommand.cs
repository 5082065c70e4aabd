using System.CommandLine;
using PolicySdk.Cli.Linting;
using PolicySdk.Cli.Output;
using PolicySdk.Cli.Sources;
using PolicySdk.Policies;
using PolicySdk.Validation;

namespace PolicySdk.Cli.Commands;

/// <summary><c>policysdk lint</c>: what the build finds in policy files, without a build.</summary>
internal static class LintCommand
{
    internal static Command Create(CommandConsole console)
    {
        var format = SharedOptions.Choice("--format", "How findings are written.", "text", "json", "sarif", "github");
        var failOn = SharedOptions.Choice("--fail-on", "From which severity on findings end with exit code 1.", "warning", "info", "error", "never");
        var today = SharedOptions.Today();
        var command = new CommandWithExamples("lint", "Checks the policy files with the rules of the build.", """
            policysdk lint
            policysdk lint --format sarif > policies.sarif
            policysdk lint --format github        # annotations in GitHub Actions
            """)
        {
            format, failOn, today,
        };
        command.SetAction(result =>
        {
            var folder = PolicyFolder.Read(result.GetValue(SharedOptions.Folder));
            var problems = PolicyProject.Compile(folder.Parse(), result.GetValue(today)).Problems;
            ProblemWriter.Write(console, folder, problems, result.GetValue(format)!);
            return problems.Any(problem => Counts(problem.Severity, result.GetValue(failOn)!)) ? ExitCodes.Findings : ExitCodes.Clean;
        });
        return command;
    }

    private static bool Counts(ProblemSeverity severity, string failOn) => failOn switch
    {
        "info" => true,
        "warning" => severity >= ProblemSeverity.Warning,
        "error" => severity >= ProblemSeverity.Error,
        _ => false,
    };
}
