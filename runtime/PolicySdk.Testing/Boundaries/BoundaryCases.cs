using PolicySdk.Addresses;
using PolicySdk.Expectations;
using PolicySdk.Matching;
using PolicySdk.Policies;
using PolicySdk.Testing.Sources;

namespace PolicySdk.Testing;

/// <summary>
/// The obvious tests of a list, for free: for each entry its first and last address, one before and one after, the first one as IPv4-mapped
/// IPv6 (RFC 4291 2.5.5.2) and as the same bits in the other family; with its client and without; on the days around its dates; in its environments.
/// What is expected comes from the file, what is asked is the compiled policy.
/// </summary>
public static class BoundaryCases
{
    // Of entries without dates, which decide alike on every day.
    private static readonly CalendarDate AnyDay = new(2000, 1, 1);

    /// <summary>The cases of a policy, each of them once.</summary>
    /// <typeparam name="TPolicy">A generated policy: <c>IpPolicies.PartnerApi</c>.</typeparam>
    public static IEnumerable<BoundaryCase> Of<TPolicy>()
        where TPolicy : IpPolicy, new()
    {
        var compiled = IpPolicy.Of<TPolicy>();
        var policy = CompiledPolicies.Of(compiled);
        return Situations(policy)
            .DistinctBy(static one => (one.Shown, one.Client, one.Day, one.Environment))
            .Select(one => new BoundaryCase(
                compiled, one.Shown, one.Client, new(one.Day.Year, one.Day.Month, one.Day.Day), one.Environment, policy.Allows(one.Address, one.Client, one.Day, one.Environment), one.Why));
    }

    /// <summary>The same as rows of one argument, as xunit's <c>MemberData</c>, NUnit's <c>TestCaseSource</c> and MSTest's <c>DynamicData</c> take them.</summary>
    /// <typeparam name="TPolicy">A generated policy: <c>IpPolicies.PartnerApi</c>.</typeparam>
    public static IEnumerable<object[]> Rows<TPolicy>()
        where TPolicy : IpPolicy, new() => Of<TPolicy>().Select(static one => new object[] { one });

    private static IEnumerable<Situation> Situations(TestedPolicy policy) =>
        from entry in policy.Sets.Policy.AllowedLists.Append(policy.Sets.Policy.Block).SelectMany(static list => list)
        from piece in entry.Pieces
        let row = policy.Sets.Policy.Rows[piece.Entry]
        from probe in Probes(piece.Range)
        from client in row.ClientId is null ? new string?[] { null } : [row.ClientId, null]
        from day in Days(piece.Condition)
        from environment in piece.Condition.OnlyIn.Append(Expectation.DefaultEnvironment).Distinct(StringComparer.OrdinalIgnoreCase)
        select new Situation(probe.Address, probe.Shown ?? probe.Address.ToString(), client, day, environment, $"{probe.Place} {row.Text} ({row.File}:{row.Line})");

    private static IEnumerable<(IpAddressValue Address, string? Shown, string Place)> Probes(IpRange range)
    {
        yield return (range.First, null, "first of");
        yield return (range.Last, null, "last of");
        if (range.First.TryPrevious(out var before))
        {
            yield return (before, null, "one before");
        }

        if (range.Last.TryNext(out var after))
        {
            yield return (after, null, "one after");
        }

        if (range.Family == IpAddressFamily.IPv4)
        {
            yield return (range.First, range.First.ToIPAddress().MapToIPv6().ToString(), "first, IPv4-mapped, of");
        }

        yield return (InOtherFamily(range.First), null, "same bits in the other family as the first of");
    }

    private static IpAddressValue InOtherFamily(IpAddressValue address) =>
        address.Family == IpAddressFamily.IPv4 ? IpAddressValue.IPv6(0, address.Lower) : address.EmbeddedIPv4();

    private static IEnumerable<CalendarDate> Days(EntryCondition condition)
    {
        var changes = condition.ChangingDays.Distinct().ToList();
        return changes.Count == 0 ? [AnyDay] : changes.SelectMany(static day => new[] { day.Previous() ?? day, day }).Distinct();
    }

    private sealed record Situation(IpAddressValue Address, string Shown, string? Client, CalendarDate Day, string Environment, string Why);
}
