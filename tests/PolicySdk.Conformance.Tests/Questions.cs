using PolicySdk.Addresses;
using PolicySdk.Policies;

namespace PolicySdk.Conformance.Tests;

/// <summary>What to ask a policy: where its answers can change, and a little beside.</summary>
internal sealed record Questions(IReadOnlyList<IpAddressValue> Addresses, IReadOnlyList<string?> Clients, IReadOnlyList<DateTimeOffset> Instants, IReadOnlyList<string> Environments)
{
    private const int RandomAddresses = 8;

    internal static Questions Of(Subject subject)
    {
        var entries = subject.Reference.Rows.SelectMany(static row => row.Path).SelectMany(WithExceptions).ToList();
        var ranges = entries.Select(static entry => entry.Addresses).OfType<IpRange>().ToList();
        var days = entries.SelectMany(static entry => new[] { entry.From, entry.Expires }).Append(subject.Document.ReportUntil).OfType<CalendarDate>();
        return new(
            [.. ranges.SelectMany(Edges).Concat(ranges.SelectMany(static range => Twins(range.First))).Concat(OfEachFamily()).Distinct()],
            [null, "nobody", .. subject.Document.Clients.Select(static client => client.Id)],
            [.. days.Distinct().SelectMany(Around).Append(new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero)).Distinct()],
            [.. entries.SelectMany(static entry => entry.OnlyIn).Distinct().SelectMany(static name => new[] { name, name.ToUpperInvariant() }).Append("Production").Distinct()]);
    }

    private static IEnumerable<PolicyEntry> WithExceptions(PolicyEntry entry) => entry.Except.SelectMany(WithExceptions).Prepend(entry);

    private static IEnumerable<IpAddressValue> Edges(IpRange range)
    {
        yield return range.First;
        yield return range.Last;
        if (range.First.TryPrevious(out var before))
        {
            yield return before;
        }

        if (range.Last.TryNext(out var after))
        {
            yield return after;
        }
    }

    private static IEnumerable<IpAddressValue> OfEachFamily()
    {
        var random = new Random(4711);
        return new[] { IpAddressFamily.IPv4, IpAddressFamily.IPv6 }.SelectMany(static family => new[] { IpAddressValue.Min(family), IpAddressValue.Max(family) })
            .Concat(Enumerable.Range(0, RandomAddresses).Select(_ => IpAddressValue.IPv4((uint)random.NextInt64())))
            .Concat(Enumerable.Range(0, RandomAddresses).Select(_ => IpAddressValue.IPv6((ulong)random.NextInt64(), (ulong)random.NextInt64())));
    }

    // The same bits in the other family, at either end: families never match each other.
    private static IEnumerable<IpAddressValue> Twins(IpAddressValue address) =>
        address.Family == IpAddressFamily.IPv4
            ? [IpAddressValue.IPv6(0, address.Lower), IpAddressValue.IPv6(address.Lower << 32, 0)]
            : [IpAddressValue.IPv4((uint)address.Lower), IpAddressValue.IPv4((uint)(address.Upper >> 32))];

    // The last tick of the day before, the first and last of the day, the first of the next; and one instant in another zone.
    private static IEnumerable<DateTimeOffset> Around(CalendarDate date)
    {
        var start = new DateTimeOffset(date.Year, date.Month, date.Day, 0, 0, 0, TimeSpan.Zero);
        return [start.AddTicks(-1), start, start.AddDays(1).AddSeconds(-1), start.AddDays(1).AddTicks(-1), start.AddDays(1), start.AddDays(1).ToOffset(TimeSpan.FromHours(-11))];
    }
}
