using PolicySdk.Addresses;
using PolicySdk.Cli.Sources;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Differences;

/// <summary>What a change of policy files changes: decisions from a day on, not texts.</summary>
/// <param name="Policies">The policies whose decisions change, by name.</param>
/// <param name="Networks">The networks that have other addresses.</param>
/// <param name="Trusted">The proxies that are trusted afterwards alone, and before alone.</param>
/// <param name="ClientAddressChanges">Whether the header or the limit of proxies changes.</param>
internal sealed record ProjectDifference(
    IReadOnlyList<PolicyChange> Policies, IReadOnlyList<NetworkChange> Networks, (IpRangeSet Gained, IpRangeSet Lost) Trusted, bool ClientAddressChanges)
{
    /// <summary>The policies that have errors on both sides, and let nobody in: of their lists nothing is known.</summary>
    internal required IReadOnlyList<string> Incomparable { get; init; }

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
        var old = Task.Run(() => new ComparedProject(before.Parse(), today));
        var now = new ComparedProject(after.Parse(), today);
        return Of(old.GetAwaiter().GetResult(), now, today);
    }

    internal static ProjectDifference Of(ProjectFiles before, ProjectFiles after, CalendarDate today) =>
        Of(new ComparedProject(before, today), new ComparedProject(after, today), today);

    private static ProjectDifference Of(ComparedProject before, ComparedProject after, CalendarDate today)
    {
        var policies = before.Names.Union(after.Names).Order(StringComparer.Ordinal)
            .Select(name => new PolicyChange(name, before.State(name), after.State(name), new PolicyComparer(before.Lists(name), after.Lists(name), today).Compare()))
            .ToList();
        return new(
            [.. policies.Where(static policy => !policy.IsSame)],
            NetworkChange.Find(before.Files, after.Files, today),
            before.Files.Context.TrustedProxies.Difference(after.Files.Context.TrustedProxies),
            before.ClientAddress != after.ClientAddress)
        {
            Incomparable = [.. policies.Where(static policy => policy is { Before.IsValid: false, After.IsValid: false }).Select(static policy => policy.Name)],
        };
    }
}
