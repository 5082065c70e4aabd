using PolicySdk.Conformance.Tests.Fuzzing.Independent;

namespace PolicySdk.Conformance.Tests.Fuzzing.Checks;

/// <summary>What to ask a policy: wherever its answers can change, as the reference reads its files.</summary>
internal sealed record ProjectQuestions(IReadOnlyList<Address> Addresses, IReadOnlyList<string?> Clients, IReadOnlyList<(DateOnly Day, string Environment)> Conditions)
{
    private const int RandomAddresses = 2;
    private const int MostRanges = 60;

    internal static ProjectQuestions Of(ProjectText project, PolicyText policy, Random random)
    {
        var entries = project.AllEntries(policy.Entries).Distinct().ToList();
        var ranges = entries.Select(static entry => entry.Addresses).OfType<AddressRange>().Concat(project.Guardrails.Never).Concat(project.ProxyRanges).Distinct().Take(MostRanges).ToList();
        var days = entries.SelectMany(static entry => entry.Waivers.Select(static waiver => (DateOnly?)waiver.Until).Append(entry.From).Append(entry.Expires)).OfType<DateOnly>();
        var environments = entries.SelectMany(static entry => entry.OnlyIn).Append("Production").Distinct().ToList();
        return new(
            [.. ranges.SelectMany(Edges).Concat(OfEachFamily(random)).Distinct()],
            [null, "nobody", .. policy.Clients.Keys],
            [.. days.Distinct().SelectMany(Around).Append(new(2026, 11, 25)).Distinct().SelectMany(day => environments.Select(environment => (day, environment)))]);
    }

    /// <summary>The first and the last address of a range, and those beside it.</summary>
    internal static IEnumerable<Address> Edges(AddressRange range)
    {
        yield return range.First;
        yield return range.Last;
        if (range.First.Value > 0)
        {
            yield return range.First with { Value = range.First.Value - 1 };
        }

        if (range.Last.Value < range.Last.Greatest)
        {
            yield return range.Last with { Value = range.Last.Value + 1 };
        }

        // The same number in the other family.
        if (range.First.Value <= uint.MaxValue)
        {
            yield return new(!range.First.IsIPv4, range.First.Value);
        }
    }

    private static IEnumerable<Address> OfEachFamily(Random random)
    {
        foreach (var isIPv4 in new[] { true, false })
        {
            yield return new(isIPv4, 0);
            yield return new(isIPv4, new Address(isIPv4, 0).Greatest);
            for (var i = 0; i < RandomAddresses; i++)
            {
                yield return new(isIPv4, isIPv4 ? (uint)random.NextInt64() : new UInt128((ulong)random.NextInt64() << 1, (ulong)random.NextInt64() << 1));
            }
        }
    }

    private static IEnumerable<DateOnly> Around(DateOnly day)
    {
        yield return day;
        if (day > DateOnly.MinValue)
        {
            yield return day.AddDays(-1);
        }

        if (day < DateOnly.MaxValue)
        {
            yield return day.AddDays(1);
        }
    }
}
