using System.Net;
using System.Text;
using PolicySdk.Cli.Output;

namespace PolicySdk.Cli.Reports;

/// <summary>A report as one page that needs nothing else: a table that sorts and filters, and a map of the addresses.</summary>
internal static class ReportHtml
{
    internal static string Write(Report report)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append($"<title>Allowlists on {report.Today}</title>\n<style>\n{Resource("report.css")}</style>\n</head>\n<body>\n")
            .Append($"<header><h1>Allowlists on {report.Today}</h1>\n<p>{report.Counts}. Addresses are counted as of this day, in Production.</p></header>\n");
        AppendPolicies(html, report);
        html.Append("<section class=\"pair\"><div><h2>Allowed IPv4 addresses</h2>\n").Append(AddressMap.Write(report.Everybody))
            .Append("<p class=\"small\">Every address of any policy and client. A square with a number is a /8; the smallest cell is a /16.</p></div>\n");
        html.Append("<div><h2>Entries by owner</h2>\n");
        AppendTable(html, ["owner", "entries"], report.Owners.Select(static owner => new[] { owner.Owner, $"{owner.Entries}" }));
        html.Append("</div></section>\n");
        AppendList(html, $"End within {report.ExpiringDays} days, or have ended", report.Expiring);
        AppendList(html, $"Not reviewed for {report.ReviewDays} days", report.NotReviewed);
        AppendList(html, "Widest", report.Widest);
        html.Append("<section><h2>All entries</h2>\n")
            .Append("<p class=\"tools\"><label>Filter <input id=\"filter\" type=\"search\" placeholder=\"address, owner, ticket, date\"></label> <span id=\"shown\"></span></p>\n");
        AppendEntries(html, report.Entries, "all");
        html.Append("</section>\n<script>\n").Append(Resource("report.js")).Append("</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void AppendPolicies(StringBuilder html, Report report)
    {
        html.Append("<section><h2>Policies</h2>\n");
        AppendTable(html, ["policy", "owner", "mode", "without a client", "of any client"], report.Policies.Select(policy => new[]
        {
            policy.Policy.Name,
            policy.Policy.Owner ?? "",
            policy.Mode(report.Today),
            AddressCountText.Of(policy.WithoutClient),
            AddressCountText.Of(policy.AnyClient),
        }));
        html.Append("</section>\n");
    }

    private static void AppendList(StringBuilder html, string title, IEnumerable<ReportEntry> entries)
    {
        var listed = entries.ToList();
        html.Append($"<section><details{(listed.Count is > 0 and <= 50 ? " open" : "")}><summary><h2>{title}: {listed.Count}</h2></summary>\n");
        AppendEntries(html, listed, "");
        html.Append("</details></section>\n");
    }

    // Columns of which no entry says anything are left out.
    private static void AppendEntries(StringBuilder html, IReadOnlyList<ReportEntry> entries, string id)
    {
        var columns = ReportColumns.All.Where(column => entries.Any(entry => column.Value(entry) is not null)).ToList();
        AppendTable(html, columns.Select(static column => column.Name), entries.Select(entry => columns.Select(column => column.Value(entry) ?? "")), id);
    }

    private static void AppendTable(StringBuilder html, IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows, string id = "")
    {
        html.Append($"<div class=\"wide\"><table{(id.Length > 0 ? $" id=\"{id}\"" : "")}><thead><tr>")
            .AppendJoin("", columns.Select(static column => $"<th><button type=\"button\">{column}</button></th>"))
            .Append("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            html.Append("<tr>").AppendJoin("", row.Select(static cell => $"<td>{WebUtility.HtmlEncode(cell)}</td>")).Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ReportHtml).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
