using PolicySdk.Addresses;
using PolicySdk.Cli.Output;

namespace PolicySdk.Cli.Differences;

/// <summary>The sentences of a difference, for every form that people read.</summary>
internal static class DifferenceLines
{
    private const int ShownPrefixes = 20;
    private const int ShownClients = 10;

    /// <summary>What became of a policy as a whole; nothing where only its lists changed.</summary>
    internal static IEnumerable<string> Of(PolicyChange policy)
    {
        var (before, after) = (policy.Before, policy.After);
        if (before is null || after is null)
        {
            yield return before is null ? "is new" : "is removed";
        }

        if (after is { IsValid: false } && before?.IsValid != false)
        {
            yield return "has errors afterwards, and refuses everybody";
        }
        else if (before is { IsValid: false } && after is { IsValid: true })
        {
            yield return "had errors, and refused everybody";
        }

        if (after is not null && before?.ReportUntil != after.ReportUntil)
        {
            yield return Mode(after) + (before is null ? "" : $"; before it {FormerMode(before)}");
        }
    }

    /// <summary>Whom a change means.</summary>
    internal static string Who(CallerChange callers)
    {
        var clients = callers.Clients.OfType<string>().ToList();
        return callers.IsEverybody ? "every caller"
            : clients.Count == 0 ? "callers without a client"
            : clients.Count == callers.Clients.Count ? Named(clients)
            : $"callers without a client, {Named(clients)}";
    }

    /// <summary>When a change is so.</summary>
    internal static string When(AccessChange change) =>
        (change.From, change.Until) switch
        {
            ({ } from, { } until) when from == until => $" on {from}",
            var (from, until) => (from is null ? "" : $" from {from}") + (until is null ? "" : $" until {until}"),
        } + change.Environments.Text;

    /// <summary>How many addresses, and which.</summary>
    internal static string What(IpRangeSet set)
    {
        var prefixes = set.ToPrefixes().Take(ShownPrefixes + 1).ToList();
        var shown = string.Join(", ", prefixes.Take(ShownPrefixes).Select(static prefix => prefix.HostBits == 0 ? prefix.Network.ToString() : prefix.ToString()));
        return $"{AddressCountText.Of(set)}: {shown}{(prefixes.Count > ShownPrefixes ? $" and more, up to {set[^1].Last}" : "")}";
    }

    private static string Mode(PolicyState state) => state.ReportUntil is { } last ? $"only reports until {last}, and refuses nobody" : "enforces";

    private static string FormerMode(PolicyState state) => state.ReportUntil is { } last ? $"reported until {last}" : "enforced";

    private static string Named(List<string> clients)
    {
        var shown = string.Join(", ", clients.Take(ShownClients));
        return clients.Count == 1 ? $"client {shown}"
            : clients.Count <= ShownClients ? $"clients {shown}"
            : $"clients {shown} and {clients.Count - ShownClients} more";
    }
}
