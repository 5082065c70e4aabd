using PolicySdk.Addresses;
using PolicySdk.Cli.Sources;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Differences;

/// <summary>What a change of policy files changes: decisions from a day on, not texts.</summary>
/// <param name="Policies">The policies whose decisions change, by name.</param>
/// <param name="Networks">The networks that have other addresses.</param>
/// <param name="Trusted">The proxies that are trusted afterwards alone, and before alone.</param>
/// <param name="ClientAddressChanges">Whether the header or the limit of proxies changes.</param>
internal sealed record ProjectDifference(IReadOnlyList<PolicyChange> Policies, IReadOnlyList<NetworkChange> Networks, (IpRangeSet Gained, IpRangeSet Lost) Trusted, bool ClientAddressChanges)
{
    /// <summary>Whether anybody may call who could not. Who names other callers may be anybody: trust counts as such.</summary>
    internal bool Widens => Policies.Any(static policy => policy.Gains) || !Trusted.Gained.IsEmpty || ClientAddressChanges;

    internal bool Narrows => Policies.Any(static policy => policy.Loses) || !Trusted.Lost.IsEmpty || ClientAddressChanges;

    /// <summary>The change in a few words.</summary>
    internal string Verdict => (Widens, Narrows) switch
    {
        (true, true) => "widens and narrows",
        (true, false) => "only widens",
        (false, true) => "only narrows",
        _ => "same decisions",
    };

    /// <summary>Compares two states of a folder, read side by side.</summary>
    internal static ProjectDifference Of(PolicyFolder before, PolicyFolder after, CalendarDate today)
    {
        var old = Task.Run(() => Read(before));
        var now = Read(after);
        return Of(old.GetAwaiter().GetResult(), now, today);

        (ProjectFiles, Dictionary<string, (PolicyDocument, PolicyState)>) Read(PolicyFolder folder)
        {
            var project = folder.Parse();
            return (project, States(project, today));
        }
    }

    internal static ProjectDifference Of(ProjectFiles before, ProjectFiles after, CalendarDate today) => Of((before, States(before, today)), (after, States(after, today)), today);

    private static ProjectDifference Of(
        (ProjectFiles Project, Dictionary<string, (PolicyDocument Document, PolicyState State)> States) old, (ProjectFiles Project, Dictionary<string, (PolicyDocument Document, PolicyState State)> States) now, CalendarDate today)
    {
        var (before, after) = (old.Project, now.Project);
        var policies = old.States.Keys.Union(now.States.Keys).Order(StringComparer.Ordinal).Select(name => Compare(name, old.States.GetValueOrDefault(name), now.States.GetValueOrDefault(name), before, after, today));
        return new(
            [.. policies.Where(static policy => !policy.IsSame)],
            NetworkChange.Find(before, after),
            before.Context.TrustedProxies.Difference(after.Context.TrustedProxies),
            Ways(before) != Ways(after));
    }

    private static PolicyChange Compare(string name, (PolicyDocument Document, PolicyState State) old, (PolicyDocument Document, PolicyState State) now, ProjectFiles before, ProjectFiles after, CalendarDate today) =>
        new(name, old.State, now.State, new PolicyComparer(Valid(old, before), Valid(now, after), today).Compare());

    private static ComparedPolicy? Valid((PolicyDocument Document, PolicyState State) policy, ProjectFiles project) =>
        policy.State?.IsValid == true ? new(policy.Document, project.Context.Networks) : null;

    // Of policies with one name none compiles.
    private static Dictionary<string, (PolicyDocument Document, PolicyState State)> States(ProjectFiles project, CalendarDate today)
    {
        var valid = PolicyProject.Compile(project, today: null).Policies.Where(static policy => policy.Model.IsValid).Select(static policy => policy.Model.Path).ToHashSet(StringComparer.Ordinal);
        return project.Policies.GroupBy(static policy => policy.Name, StringComparer.Ordinal).ToDictionary(
            static group => group.Key,
            group => (group.First(), new PolicyState(group.First().Path, valid.Contains(group.First().Path), group.First().ReportUntil is { } last && last.CompareTo(today) >= 0 ? last : null)),
            StringComparer.Ordinal);
    }

    private static (string?, int?) Ways(ProjectFiles project) => project.Files.OfType<ClientAddressDocument>().FirstOrDefault() is { } document ? (document.Header, document.Limit) : (null, null);
}
