using System.Globalization;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Reports;

/// <summary>The columns of an entry, for every form that has columns.</summary>
internal static class ReportColumns
{
    internal static readonly IReadOnlyList<(string Name, Func<ReportEntry, string?> Value)> All =
    [
        ("holder", static entry => entry.Holder),
        ("list", static entry => entry.List),
        ("entry", static entry => entry.Text),
        ("addresses", static entry => entry.Count?.ToString(CultureInfo.InvariantCulture)),
        (Keys.Note, static entry => entry.Entry.Note),
        (Keys.Owner, static entry => entry.Owner),
        (Keys.Ticket, static entry => entry.Entry.Ticket),
        (Keys.From, static entry => entry.Entry.From?.ToString()),
        (Keys.Expires, static entry => entry.Entry.Expires?.ToString()),
        (Keys.Reviewed, static entry => entry.Entry.Reviewed?.ToString()),
        (Keys.OnlyIn, static entry => entry.Entry.OnlyIn.Count == 0 ? null : string.Join(" ", entry.Entry.OnlyIn)),
        (Keys.Off, static entry => entry.Entry.Off),
        ("file", static entry => entry.File),
        ("line", static entry => entry.Line.ToString(CultureInfo.InvariantCulture)),
    ];
}
