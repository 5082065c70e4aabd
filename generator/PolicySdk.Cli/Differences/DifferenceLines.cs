using System.Globalization;
using System.Numerics;
using PolicySdk.Addresses;

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

        if (before?.ReportUntil != after?.ReportUntil)
        {
            yield return $"{(after?.ReportUntil is { } last ? $"only reports until {last}, and refuses nobody" : "enforces")}{(before?.ReportUntil is { } until ? $"; before it reported until {until}" : after?.ReportUntil is not null && before is not null ? "; before it enforced" : "")}";
        }
    }

    /// <summary>Whom a change means.</summary>
    internal static string Who(CallerChange callers)
    {
        var clients = callers.Clients.OfType<string>().ToList();
        var named = $"{(clients.Count == 1 ? "client" : "clients")} {string.Join(", ", clients.Take(ShownClients))}{(clients.Count > ShownClients ? $" and {clients.Count - ShownClients} more" : "")}";
        return callers.IsEverybody ? "every caller" : clients.Count == 0 ? "callers without a client" : clients.Count == callers.Clients.Count ? named : $"callers without a client, {named}";
    }

    /// <summary>When a change is so.</summary>
    internal static string When(AccessChange change) =>
        (change.From is { } from ? $" from {from}" : "") + (change.Until is { } until ? $" until {until}" : "") + change.Environments.Text;

    /// <summary>How many addresses, and which.</summary>
    internal static string What(IpRangeSet set)
    {
        var prefixes = set.ToPrefixes().Take(ShownPrefixes + 1).ToList();
        var shown = string.Join(", ", prefixes.Take(ShownPrefixes).Select(static prefix => prefix.HostBits == 0 ? prefix.Network.ToString() : prefix.ToString()));
        return $"{Count(set)}: {shown}{(prefixes.Count > ShownPrefixes ? $" and more, up to {set[^1].Last}" : "")}";
    }

    internal static string Count(IpRangeSet set)
    {
        var (four, six) = (set.CountAddresses(IpAddressFamily.IPv4), set.CountAddresses(IpAddressFamily.IPv6));
        string?[] parts = [four.IsZero ? null : Count(four, "IPv4"), six.IsZero ? null : Count(six, "IPv6")];
        return string.Join(" and ", parts.Where(static part => part is not null));
    }

    private static string Count(BigInteger count, string family)
    {
        var power = count.GetBitLength() - 1;
        var text = power >= 32 && count == BigInteger.One << (int)power ? string.Create(CultureInfo.InvariantCulture, $"2^{power}") : count.ToString("N0", CultureInfo.InvariantCulture);
        return $"{text} {family} {(count.IsOne ? "address" : "addresses")}";
    }
}
