namespace VendorApi.Demo;

/// <summary>Prints what happened, as a table, then the log of the refusals, then what was not as declared.</summary>
internal static class DemoReport
{
    private static readonly string[] Headings = ["case", "day", "request", "from", "token", "answer", "reason", "deciding entry"];

    internal static void Write(TextWriter output, IReadOnlyList<DemoAnswer> answers)
    {
        WriteTable(output, [Headings, .. answers.Select(Cells)]);

        output.WriteLine("\nThe refusals, as the application logged them:");
        foreach (var line in answers.Select(static answer => answer.Rejection).OfType<string>())
        {
            output.WriteLine($"  {line}");
        }

        var wrong = answers.Where(static answer => !answer.IsAsDeclared).ToList();
        output.WriteLine($"\n{answers.Count - wrong.Count} of {answers.Count} answers are as declared.");
        foreach (var (call, status, reason, entry, _) in wrong)
        {
            output.WriteLine($"MISMATCH: {call.Case} ({call.Request} from {call.From}): declared {(int)call.Status} {call.Reason}, got {(int)status} {reason} {entry}");
        }
    }

    private static string[] Cells(DemoAnswer answer) =>
    [
        answer.Call.Case,
        answer.Call.Day.ToString("o"),
        answer.Call.Request,
        answer.Call.From,
        answer.Call.Token ?? "-",
        ((int)answer.Status).ToString(),
        answer.Reason,
        answer.Entry ?? "-",
    ];

    private static void WriteTable(TextWriter output, IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, Headings.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
