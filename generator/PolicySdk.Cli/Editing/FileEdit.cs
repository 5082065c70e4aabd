using PolicySdk.Cli.Linting;
using PolicySdk.Cli.Output;
using PolicySdk.Cli.Sources;
using PolicySdk.Policies;
using PolicySdk.Validation;

namespace PolicySdk.Cli.Editing;

/// <summary>Writes changed files, unless the build would refuse them.</summary>
internal sealed class FileEdit(CommandConsole console, PolicyFolder folder, CalendarDate today, bool isDryRun)
{
    /// <summary>Shows what changes, and writes it. Errors that were there before don't stand in the way; new ones do, and nothing is written.</summary>
    internal int Write(IReadOnlyCollection<PolicySource> changed)
    {
        var after = changed.Aggregate(folder, static (all, file) => all.With(file));
        var added = NewProblems.Of(folder.Parse(), after.Parse(), today).ToList();
        var errors = added.FindAll(static problem => problem.Severity == ProblemSeverity.Error);
        if (errors.Count > 0)
        {
            errors.ForEach(problem => console.ErrorLine(ProblemWriter.Text(after, problem)));
            console.Error("The build would refuse this. Nothing was written.");
            return ExitCodes.Findings;
        }

        foreach (var file in changed)
        {
            LineDifference.Write(console, folder.Shown(file.Path), Find(file.Path)?.Text, file.Text);
        }

        added.FindAll(static problem => problem.Severity == ProblemSeverity.Warning).ForEach(problem => console.ErrorLine(ProblemWriter.Text(after, problem)));
        if (!isDryRun)
        {
            new FileWriter(folder).Write(changed);
        }

        if (PolicyProject.Compile(after.Parse(), today).Problems.Any(static problem => problem.Severity == ProblemSeverity.Error))
        {
            console.Error("The build refuses these files for errors that were there before: see 'policysdk lint'.");
        }

        return ExitCodes.Clean;
    }

    private PolicySource? Find(string path) => folder.Files.FirstOrDefault(file => file.Path == path);
}
