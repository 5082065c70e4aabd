using PolicySdk.Addresses;
using PolicySdk.Expectations;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Testing.Sources;

/// <summary>Asks the compiled code of a policy at the borders of its entries: between two borders it can't change its mind.</summary>
internal static class CompiledAgreement
{
    private const int Questions = 5_000_000;

    /// <summary>
    /// Compares them for every client, on every day that changes anything, in every environment, at the borders of every entry; where those are too many
    /// questions, for a client only at those of its own list and of the policy's, and no more than 5,000,000 in all.
    /// </summary>
    /// <exception cref="InvalidOperationException">The compiled code decides otherwise.</exception>
    internal static void Verify(TestedPolicy tested, IpPolicy compiled)
    {
        var policy = tested.Sets.Policy;
        var situations = Situations(tested).ToList();
        var everywhere = Borders([.. policy.AllowedLists, policy.Block]);
        var isShort = (long)situations.Count * everywhere.Count <= Questions;
        var left = Questions;
        foreach (var (client, day, environment) in situations)
        {
            var allowed = tested.Sets.Allowed(tested.Sets.CallersOf(client), new(day, environment, IsCertain: true));
            var borders = isShort || client is null ? everywhere : Borders([policy.Allow, policy.Clients[tested.Sets.IndexOf(client)!.Value], policy.Block]);
            foreach (var address in borders.Take(left))
            {
                Compare(compiled, address, client, day, environment, allowed.Contains(address));
            }

            left -= Math.Min(left, borders.Count);
        }
    }

    private static void Compare(IpPolicy compiled, IpAddressValue address, string? client, CalendarDate day, string environment, bool isAllowed)
    {
        if (compiled.Allows(address, client, day, environment) != isAllowed)
        {
            throw new InvalidOperationException(
                $"The compiled policy '{compiled.Name}' {(isAllowed ? "refuses" : "allows")} {address}{(client is null ? "" : $" for the client '{client}'")} on {day} in {environment}, "
                + "and its file says otherwise. This is a fault of PolicySdk: please report it.");
        }
    }

    /// <summary>The ends of all ranges and what lies next to them, the ends of both families included. Callers are never seen at mapped addresses.</summary>
    private static HashSet<IpAddressValue> Borders(IEnumerable<IReadOnlyList<ListEntry>> lists) =>
        lists.SelectMany(static list => ExpandedPolicy.PiecesOf(list)).Select(static piece => piece.Range)
            .Append(IpRange.All(IpAddressFamily.IPv4)).Append(IpRange.All(IpAddressFamily.IPv6))
            .SelectMany(Borders).Where(static address => !address.IsMapped).ToHashSet();

    private static IEnumerable<IpAddressValue> Borders(IpRange range)
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

    private static IEnumerable<(string? Client, CalendarDate Day, string Environment)> Situations(TestedPolicy tested)
    {
        var days = tested.Sets.ChangingDays.Append(PolicyComparison.FirstDay).Distinct().Order().ToList();
        string?[] clients = [null, .. tested.Document.Clients.Select(static client => client.Id)];
        return from client in clients from day in days from environment in tested.Environments select (client, day, environment);
    }
}
