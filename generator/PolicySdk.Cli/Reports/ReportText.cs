using PolicySdk.Cli.Output;
using Spectre.Console;

namespace PolicySdk.Cli.Reports;

/// <summary>A report for a terminal.</summary>
internal static class ReportText
{
    private static readonly Style Title = new(decoration: Decoration.Bold);

    internal static void Write(CommandConsole console, Report report)
    {
        console.WriteLine($"Allowlists on {report.Today}: {report.Counts}", Title);
        foreach (var policy in report.Policies)
        {
            console.WriteLine($"  {policy.Policy.Name}: {policy.Mode(report.Today)}; without a client {Size(policy.WithoutClient)}, of any client {Size(policy.AnyClient)}");
        }

        console.WriteLine("\nEntries by owner", Title);
        foreach (var (owner, entries) in report.Owners)
        {
            console.WriteLine($"  {owner}: {entries}");
        }

        WriteList(console, $"End within {report.ExpiringDays} days, or have ended", report.Expiring, static entry => $"{entry.Entry.Expires}");
        WriteList(console, $"Not reviewed for {report.ReviewDays} days", report.NotReviewed, static entry => entry.Entry.Reviewed?.ToString() ?? "never");
        WriteList(console, "Widest", report.Widest, static entry => AddressCountText.Of(Addresses.IpRangeSet.Of(entry.Entry.Addresses!.Value)));
    }

    private static void WriteList(CommandConsole console, string title, IEnumerable<ReportEntry> entries, Func<ReportEntry, string> detail)
    {
        var all = entries.ToList();
        console.WriteLine($"\n{title}: {all.Count}", Title);
        foreach (var entry in all)
        {
            string?[] parts =
            [
                $"{entry.Text} ({detail(entry)})",
                entry.Entry.Note,
                entry.Owner is { } owner ? $"owner {owner}" : null,
                entry.Entry.Ticket,
                $"{entry.Holder}, {entry.List} ({entry.File}:{entry.Line})",
            ];
            console.WriteLine($"  {string.Join(", ", parts.Where(static part => part is not null))}");
        }
    }

    private static string Size(Addresses.IpRangeSet set) => set.IsEmpty ? "nobody" : AddressCountText.Of(set);

}
