using System.Globalization;
using PolicySdk.Benchmarks.Matching.Contestants;
using PolicySdk.Benchmarks.Matching.Workloads;

namespace PolicySdk.Benchmarks.Matching.Goals;

/// <summary>Random hits beside what else keeps such a list.</summary>
internal static class SpeedGoals
{
    private static readonly (ListKind Kind, int Size, double Times)[] AgainstNetworkList =
    [
        (ListKind.Prefixes, 8, 5),
        (ListKind.Prefixes, 64, 25),
        (ListKind.Prefixes, 512, 150),
        (ListKind.Prefixes, 4_096, 900),
        (ListKind.Prefixes, 32_768, 4_500),
        (ListKind.WidePrefixes, 4_096, 400),
    ];

    private static readonly int[] AgainstFrozenSet = [64, 4_096, 32_768, 262_144];

    internal static IEnumerable<AddressList> Lists =>
    [
        .. AgainstNetworkList.Select(static row => ListGenerator.Create(row.Kind, row.Size)),
        .. AgainstFrozenSet.Select(static size => ListGenerator.Create(ListKind.Hosts, size)),
    ];

    internal static IEnumerable<Goal> Measure(IReadOnlyDictionary<string, AddressList> lists, CompiledLists compiled, int rounds)
    {
        foreach (var (kind, size, times) in AgainstNetworkList)
        {
            var (own, other, turns) = Compare(lists[AddressList.NameOf(kind, size)], compiled, Peer.NetworkList, rounds);
            var ratio = turns.Ratio(1, 0);
            yield return new(Title(kind, size), own, other, Goal.Text(ratio, "N1") + "x", "≥ " + Goal.Text(times, "N0") + "x", ratio >= times);
        }

        foreach (var size in AgainstFrozenSet)
        {
            var (own, other, turns) = Compare(lists[AddressList.NameOf(ListKind.Hosts, size)], compiled, Peer.FrozenSet, rounds);
            var ratio = turns.Ratio(0, 1);
            yield return new(Title(ListKind.Hosts, size), own, other, Goal.Text(ratio, "0.00") + " of its time", "≤ 1", ratio <= 1);
        }
    }

    private static (string Own, string Other, Turns Turns) Compare(AddressList list, CompiledLists compiled, Peer peer, int rounds)
    {
        var policy = compiled.Policy(list.Name);
        Contestant[] contestants = [Peer.Policy.Enter(list, policy), peer.Enter(list, policy)];
        var hits = Queries.Create(list, QueryKind.Hits);
        foreach (var one in contestants)
        {
            one.Take(hits);
            one.WarmUp();
        }

        var turns = Turns.Take(contestants, rounds);
        return (Goal.Time(turns.Nanoseconds(0)), $"{peer.Title()} {Goal.Time(turns.Nanoseconds(1))}", turns);
    }

    private static string Title(ListKind kind, int size) => string.Create(CultureInfo.InvariantCulture, $"decision, {size:N0} {kind.Title()}");
}
