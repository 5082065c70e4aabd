using System.CommandLine;
using PolicySdk.Cli.Output;
using PolicySdk.Cli.Reports;
using PolicySdk.Cli.Sources;

namespace PolicySdk.Cli.Commands;

/// <summary><c>policysdk report</c>: for a review or an audit.</summary>
internal static class ReportCommand
{
    internal static Command Create(CommandConsole console)
    {
        var format = SharedOptions.Choice("--format", "The output format.", "text", "json", "csv", "html");
        var expiring = SharedOptions.Days("--expiring", "How many days ahead an end is near.", 30);
        var notReviewed = SharedOptions.Days("--not-reviewed", "After how many days a review is due.", 183);
        var output = new Option<string?>("--output", "-o") { Description = "The file that is written, instead of the output.", HelpName = "FILE" };
        var today = SharedOptions.Today();
        var command = new CommandWithExamples("report", "Tells for a review or an audit who answers for which entries, what ends, what is not reviewed, and what is wide.", """
            policysdk report
            policysdk report --format html --output allowlists.html
            policysdk report --format csv --expiring 60 > entries.csv
            """)
        {
            format, expiring, notReviewed, output, today,
        };
        command.SetAction(result =>
        {
            var folder = PolicyFolder.ReadFilled(result.GetValue(SharedOptions.Folder));
            var report = console.Work("Reading", () => Report.Of(folder, result.GetValue(today), result.GetValue(expiring), result.GetValue(notReviewed)));
            using var file = result.GetValue(output) is { } path ? new StreamWriter(path) : null;
            var target = file is null ? console : new CommandConsole(file, file);
            switch (result.GetValue(format))
            {
                case "json":
                    target.WriteLine(ReportJson.Write(report));
                    break;
                case "csv":
                    target.Write(ReportCsv.Write(report));
                    break;
                case "html":
                    target.Write(ReportHtml.Write(report));
                    break;
                default:
                    ReportText.Write(target, report);
                    break;
            }

            return ExitCodes.Clean;
        });
        return command;
    }
}
