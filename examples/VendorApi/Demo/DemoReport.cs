namespace VendorApi.Demo;

/// <summary>Prints what happened, call by call, then what the application tells of it, then what was not as declared.</summary>
internal static class DemoReport
{
    internal static void Write(TextWriter output, IReadOnlyList<DemoAnswer> answers, DecisionCounter counter)
    {
        DemoTable.Write(output, ["case", "day", "request", "from", "token", "answer", "reason", "deciding entry"], answers.Select(Cells));

        output.WriteLine("\nThe refusals, and what report mode would refuse, as the application logged them:");
        foreach (var line in answers.Select(static answer => answer.Warning).OfType<string>())
        {
            output.WriteLine($"  {line}");
        }

        output.WriteLine("\nThe decisions, as the application counted them (policysdk.requests):");
        DemoTable.Write(output, ["policysdk.policy", "policysdk.result", "requests"], counter.Counts.Select(static count => new[] { count.Policy, count.Result, $"{count.Requests}" }));

        output.WriteLine("\nThe last rejections, newest first, as an administrator sees them (GET /admin/rejections):");
        DemoTable.Write(output, DemoRejection.Headings, DemoRejection.Read(answers[^1]).Select(static rejection => rejection.Cells));

        WriteMismatches(output, answers);
    }

    private static void WriteMismatches(TextWriter output, IReadOnlyList<DemoAnswer> answers)
    {
        var wrong = answers.Where(static answer => !answer.IsAsDeclared).ToList();
        output.WriteLine($"\n{answers.Count - wrong.Count} of {answers.Count} answers are as declared.");
        foreach (var answer in wrong)
        {
            var call = answer.Call;
            output.WriteLine($"MISMATCH: {call.Case} ({call.Request} from {call.Caller}): declared {(int)call.Status} {call.Reason}, got {(int)answer.Status} {answer.Reason} {answer.Entry}");
        }
    }

    private static string[] Cells(DemoAnswer answer) =>
    [
        answer.Call.Case,
        answer.Call.Day.ToString("o"),
        answer.Call.Request,
        answer.Call.Caller,
        answer.Call.Token ?? "-",
        ((int)answer.Status).ToString(),
        answer.Reason,
        answer.Entry ?? "-",
    ];
}
