using PolicySdk.Addresses;
using PolicySdk.Cli.Editing;
using PolicySdk.Cli.Sources;
using PolicySdk.Expectations;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Reports;

/// <summary>What reviewers and auditors ask of lists.</summary>
/// <param name="Today">The day of the report.</param>
/// <param name="Entries">All entries.</param>
/// <param name="Policies">The policies, and whom they let in today in production: without a client, and with any.</param>
/// <param name="ExpiringDays">How many days ahead an end is near.</param>
/// <param name="ReviewDays">After how many days a review is due.</param>
internal sealed record Report(CalendarDate Today, IReadOnlyList<ReportEntry> Entries, IReadOnlyList<ReportPolicy> Policies, int ExpiringDays, int ReviewDays)
{
    private const int ShownWidest = 10;

    /// <summary>How much there is, in words.</summary>
    internal string Counts => $"{Policies.Count} {(Policies.Count == 1 ? "policy" : "policies")}, {Entries.Count} {(Entries.Count == 1 ? "entry" : "entries")}";

    /// <summary>Entries that end within so many days, soonest first; those that have ended too, as they are still in the file.</summary>
    internal IEnumerable<ReportEntry> Expiring =>
        Entries.Where(entry => entry.Entry.Expires is { } last && Today.DaysUntil(last) <= ExpiringDays).OrderBy(static entry => entry.Entry.Expires);

    /// <summary>Entries whose last review is so many days ago, or that say of none, longest first.</summary>
    internal IEnumerable<ReportEntry> NotReviewed =>
        Entries.Where(entry => entry.Entry.Reviewed is not { } day || day.DaysUntil(Today) > ReviewDays).OrderBy(static entry => entry.Entry.Reviewed);

    internal IEnumerable<ReportEntry> Widest =>
        Entries.Where(static entry => entry.Entry.Addresses is { IsSingle: false } && entry.Place.Kind != ListKind.Block)
            .OrderByDescending(static entry => entry.Width)
            .Take(ShownWidest);

    internal IEnumerable<(string Owner, int Entries)> Owners =>
        Entries.CountBy(static entry => entry.Owner ?? "(nobody)")
            .OrderByDescending(static owner => owner.Value)
            .ThenBy(static owner => owner.Key, StringComparer.Ordinal)
            .Select(static owner => (owner.Key, owner.Value));

    /// <summary>Everybody whom any policy lets in today.</summary>
    internal IpRangeSet Everybody => IpRangeSet.Of(Policies.SelectMany(static policy => policy.AnyClient));

    internal static Report Of(PolicyFolder folder, CalendarDate today, int expiringDays, int reviewDays)
    {
        var project = folder.Parse();
        var valid = PolicyProject.ValidPaths(project);
        var moment = new Moment(today, Expectation.DefaultEnvironment, IsCertain: false);
        var policies = project.Policies.OrderBy(static policy => policy.Name, StringComparer.Ordinal)
            .Select(policy => ReportPolicy.Of(policy, valid.Contains(policy.Path), project.Context.Networks, moment));
        return new(today, ReportEntry.Of(project, folder.Shown), [.. policies], expiringDays, reviewDays);
    }
}

/// <summary>A policy of a report.</summary>
internal sealed record ReportPolicy(PolicyDocument Policy, bool IsValid, IpRangeSet WithoutClient, IpRangeSet AnyClient)
{
    /// <summary>Whether it keeps anybody out.</summary>
    internal string Mode(CalendarDate today) =>
        !IsValid ? "has errors, and refuses everybody"
        : Policy.ReportsUntil(today) is { } last ? $"only reports until {last}"
        : "enforced";

    internal static ReportPolicy Of(PolicyDocument policy, bool isValid, NetworkTable networks, Moment moment)
    {
        if (!isValid)
        {
            return new(policy, false, IpRangeSet.Empty, IpRangeSet.Empty);
        }

        var sets = new EnforcedSets(ExpandedPolicy.Of(policy, networks, new(long.MaxValue)), new(long.MaxValue));
        return new(policy, true, sets.Allowed(sets.CallersOf(null), moment), sets.Allowed(new(null, IsAnyone: true), moment));
    }
}
