using System.Text;

namespace PolicySdk.Cli.Reports;

/// <summary>The entries as comma-separated values (RFC 4180), a line for each.</summary>
internal static class ReportCsv
{
    internal static string Write(Report report)
    {
        var text = new StringBuilder();
        Append(text, ReportColumns.All.Select(static column => (string?)column.Name));
        foreach (var entry in report.Entries)
        {
            Append(text, ReportColumns.All.Select(column => column.Value(entry)));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<string?> fields) => text.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    // What starts like a formula is one to spreadsheets, wherever it comes from.
    private static string Field(string? field)
    {
        var text = field is ['=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠', ..] ? "'" + field : field ?? "";
        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
