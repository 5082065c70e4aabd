using System.Text.Json;
using PolicySdk.Addresses;
using PolicySdk.Cli.Output;

namespace PolicySdk.Cli.Reports;

/// <summary>A report for machines; counts as decimal texts, as they go up to 2^128.</summary>
internal static class ReportJson
{
    internal static string Write(Report report) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("today", report.Today.ToString());
        json.WriteObjects("policies", report.Policies, policy =>
        {
            json.WriteString("policy", policy.Policy.Name);
            json.WriteBoolean("isValid", policy.IsValid);
            json.WriteOptional("reportsUntil", policy.Policy.ReportsUntil(report.Today)?.ToString());
            Write(json, "withoutClient", policy.WithoutClient);
            Write(json, "anyClient", policy.AnyClient);
        });
        json.WriteObjects("owners", report.Owners, owner =>
        {
            json.WriteString("owner", owner.Owner);
            json.WriteNumber("entries", owner.Entries);
        });
        var (expiring, notReviewed) = (report.Expiring.ToHashSet(), report.NotReviewed.ToHashSet());
        json.WriteObjects("entries", report.Entries, entry =>
        {
            foreach (var (name, value) in ReportColumns.All)
            {
                json.WriteOptional(name, value(entry));
            }

            json.WriteBoolean("isExpiring", expiring.Contains(entry));
            json.WriteBoolean("isReviewDue", notReviewed.Contains(entry));
        });
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, string name, IpRangeSet set)
    {
        json.WriteStartObject(name);
        json.WriteCounts(set);
        json.WriteEndObject();
    }
}
