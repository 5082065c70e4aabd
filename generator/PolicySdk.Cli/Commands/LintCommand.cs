using System.CommandLine;
using PolicySdk.Cli.Editing;
using PolicySdk.Cli.Fixes;
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
        var format = SharedOptions.Choice("--format", "The output format.", "text", "json", "sarif", "github");
        var failOn = SharedOptions.Choice("--fail-on", "The lowest severity that ends with exit code 1.", "warning", "info", "error", "never");
        var today = SharedOptions.Today();
        var fix = new Option<bool>("--fix")
        {
            Description = $"Mend what has one clear fix: {string.Join(", ", Fixer.Rules)}. Only the last four are proven to change no decision; "
                + "an address that was none before lets in whom the text meant.",
        };
        var dryRun = SharedOptions.DryRun();
        var command = new CommandWithExamples("lint", "Checks the policy files with the rules of the build.", """
            policysdk lint
            policysdk lint --fix
            policysdk lint --format sarif > policies.sarif
            policysdk lint --format github        # annotations in GitHub Actions
            """)
        {
            format, failOn, today, fix, dryRun,
        };
        command.SetAction(result =>
        {
            var folder = PolicyFolder.ReadFilled(result.GetValue(SharedOptions.Folder));
            if (result.GetValue(fix))
            {
                folder = Fix(console, folder, result.GetValue(today), result.GetValue(dryRun), isShown: result.GetValue(format) == "text");
            }

            var problems = console.Work("Checking", () => PolicyProject.Compile(folder.Parse(), result.GetValue(today)).Problems);
            ProblemWriter.Write(console, folder, problems, result.GetValue(format)!);
            return problems.Any(problem => Counts(problem.Severity, result.GetValue(failOn)!)) ? ExitCodes.Findings : ExitCodes.Clean;
        });
        return command;
    }

    // What was only shown is not there: findings are those of the files as they are.
    private static PolicyFolder Fix(CommandConsole console, PolicyFolder folder, CalendarDate today, bool isDryRun, bool isShown)
    {
        var mended = console.Work("Fixing", () => new Fixer(today).Fix(folder));
        var changed = mended.ChangesSince(folder);
        foreach (var file in isShown ? changed : [])
        {
            LineDifference.Write(console, folder.Shown(file.Path), folder.Files.First(one => one.Path == file.Path).Text, file.Text);
        }

        if (isDryRun)
        {
            return folder;
        }

        new FileWriter(folder).Write(changed);
        return mended;
    }

    private static bool Counts(ProblemSeverity severity, string failOn) => failOn switch
    {
        "info" => true,
        "warning" => severity >= ProblemSeverity.Warning,
        "error" => severity >= ProblemSeverity.Error,
        _ => false,
    };
}
