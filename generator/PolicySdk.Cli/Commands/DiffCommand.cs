using System.CommandLine;
using PolicySdk.Cli.Differences;
using PolicySdk.Cli.Output;
using PolicySdk.Cli.Sources;

namespace PolicySdk.Cli.Commands;

/// <summary><c>policysdk diff</c>: whom a change lets in, and whom it keeps out.</summary>
internal static class DiffCommand
{
    internal static Command Create(CommandConsole console)
    {
        var revisions = new Argument<string[]>("revisions")
        {
            Description = "BASE..HEAD, or BASE for what is on the disk since then; two folders; nothing for what is not committed.",
            Arity = new ArgumentArity(0, 2),
        };
        var format = SharedOptions.Choice("--format", "The output format.", "text", "json", "markdown");
        var failOn = SharedOptions.Choice("--fail-on", "Which changes end with exit code 1.", "never", "widen", "narrow", "any");
        var today = SharedOptions.Today();
        var command = new CommandWithExamples("diff", "Says exactly which addresses gain or lose access by a change: for each policy, client, day and environment.", """
            policysdk diff                                   # what is not committed
            policysdk diff origin/main...HEAD --format markdown
            policysdk diff main..HEAD --fail-on widen        # in CI
            policysdk diff old/policies new/policies
            """)
        {
            revisions, format, failOn, today,
        };
        command.SetAction(async (result, cancellation) =>
        {
            var (before, after) = await RevisionPair.ReadAsync(result.GetValue(revisions) ?? [], result.GetValue(SharedOptions.Folder), cancellation);
            if (before.Files.Count + after.Files.Count == 0)
            {
                throw CommandException.Usage("There are no policy files on either side. Name the folder with --folder.");
            }

            var difference = console.Work("Comparing", () => ProjectDifference.Of(before, after, result.GetValue(today)));
            switch (result.GetValue(format))
            {
                case "json":
                    console.WriteLine(DifferenceJson.Write(difference));
                    break;
                case "markdown":
                    DifferenceMarkdown.Write(console, difference);
                    break;
                default:
                    DifferenceText.Write(console, difference);
                    break;
            }

            return Fails(difference, result.GetValue(failOn)!) ? ExitCodes.Findings : ExitCodes.Clean;
        });
        return command;
    }

    private static bool Fails(ProjectDifference difference, string failOn) => failOn switch
    {
        "widen" => difference.Widens,
        "narrow" => difference.Narrows,
        "any" => difference.Widens || difference.Narrows,
        _ => false,
    };
}
