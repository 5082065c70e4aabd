using PolicySdk.Addresses;
using PolicySdk.Policies;

namespace PolicySdk.Conformance.Tests.Reference;

/// <summary>What an entry means, by the words of the language: no ranges are cut, every question walks the entries.</summary>
internal sealed class EntryDefinition(IReadOnlyDictionary<string, Network> networks)
{
    /// <summary>The ways from an entry to addresses: itself, or those of the entries of its network. What is switched off, or never counts, is none.</summary>
    internal IEnumerable<IReadOnlyList<PolicyEntry>> Paths(PolicyEntry entry) =>
        AllPaths(entry).Where(static path => CanCount(path));

    /// <summary>Whether the address is in the entry at the end of a path and counts on the day, in the environment.</summary>
    internal bool Counts(IReadOnlyList<PolicyEntry> path, IpAddressValue address, CalendarDate day, string environment) =>
        path[^1].Addresses!.Value.Contains(address)
        && path.All(entry => IsInForce(entry, day, environment))
        && !Exceptions(path).Any(exception => Counts(exception, address, day, environment));

    /// <summary>Whether there can be a day and an environment in which it counts, as far as its exceptions always count.</summary>
    internal bool MayCount(IReadOnlyList<PolicyEntry> path, IpAddressValue address) =>
        path[^1].Addresses!.Value.Contains(address) && !Exceptions(path).Any(exception => AlwaysCounts(exception, address));

    /// <summary>Whether it counts on every day in every environment.</summary>
    internal bool AlwaysCounts(IReadOnlyList<PolicyEntry> path, IpAddressValue address) =>
        path[^1].Addresses!.Value.Contains(address)
        && path.All(static entry => entry.From is null && entry.Expires is null && entry.OnlyIn.Count == 0)
        && !Exceptions(path).Any(exception => MayCount(exception, address));

    private IEnumerable<IReadOnlyList<PolicyEntry>> AllPaths(PolicyEntry entry) =>
        entry.Off is not null ? []
        : entry.Net is null ? [[entry]]
        : networks[entry.Net].Addresses.SelectMany(AllPaths).Select(path => (IReadOnlyList<PolicyEntry>)[entry, .. path]);

    private IEnumerable<IReadOnlyList<PolicyEntry>> Exceptions(IReadOnlyList<PolicyEntry> path) =>
        path.SelectMany(static entry => entry.Except).SelectMany(Paths);

    private static bool CanCount(IReadOnlyList<PolicyEntry> path)
    {
        var environments = path.Where(static entry => entry.OnlyIn.Count > 0).Select(static entry => entry.OnlyIn.ToHashSet(StringComparer.OrdinalIgnoreCase)).ToList();
        var starts = path.Select(static entry => entry.From).Max();
        var ends = path.Select(static entry => entry.Expires).Where(static day => day is not null).Min();
        return (starts is not { } start || ends is not { } end || start.CompareTo(end) <= 0)
            && (environments.Count == 0 || environments[0].Any(name => environments.TrueForAll(names => names.Contains(name))));
    }

    private static bool IsInForce(PolicyEntry entry, CalendarDate day, string environment) =>
        (entry.From is not { } from || day.CompareTo(from) >= 0)
        && (entry.Expires is not { } expires || day.CompareTo(expires) <= 0)
        && (entry.OnlyIn.Count == 0 || entry.OnlyIn.Any(name => name.Equals(environment, StringComparison.OrdinalIgnoreCase)));
}
