using System.Globalization;
using PolicySdk.Benchmarks.Matching.Contestants;
using PolicySdk.Benchmarks.Matching.Goals;
using PolicySdk.Benchmarks.Matching.Workloads;

namespace PolicySdk.Benchmarks.Matching;

/// <summary>All kinds of lists in all sizes, asked for all kinds of addresses: the time of a lookup, and how many times that the others take.</summary>
internal static class Matrix
{
    private static readonly int[] Sizes = [1, 8, 64, 512, 4_096, 32_768, 262_144];

    internal static void Print(bool isQuick)
    {
        var folder = Directory.CreateTempSubdirectory("policysdk-lists-");
        try
        {
            AddressList[] lists = [.. Enum.GetValues<ListKind>().SelectMany(static kind => Sizes.Select(size => ListGenerator.Create(kind, size)))];
            var compiled = CompiledLists.Build(folder.FullName, lists);
            var peers = Enum.GetValues<Peer>();
            Console.WriteLine($"| list | addresses | {string.Join(" | ", peers.Select(PeerTitle))} |");
            Console.WriteLine($"|---|---|{string.Concat(peers.Select(static _ => "---:|"))}");
            foreach (var (kind, list) in Enum.GetValues<ListKind>().SelectMany(kind => lists.Skip((int)kind * Sizes.Length).Take(Sizes.Length), static (kind, list) => (kind, list)))
            {
                Print(kind, list, compiled.Policy(list.Name), areMapped: false, isQuick);
                if (kind == ListKind.Prefixes)
                {
                    Print(kind, list, compiled.Policy(list.Name), areMapped: true, isQuick);
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Print(ListKind kind, AddressList list, IpPolicy policy, bool areMapped, bool isQuick)
    {
        Peer[] peers = [.. Enum.GetValues<Peer>().Where(peer => !peer.TakesOnlyHosts() || kind is ListKind.Hosts or ListKind.WideHosts)];
        Contestant[] contestants = [.. peers.Select(peer => peer.Enter(list, policy, areMapped))];
        var mixed = Queries.Mix(list);
        foreach (var one in contestants)
        {
            one.Take(mixed);
            one.WarmUp();
        }

        foreach (var query in Enum.GetValues<QueryKind>())
        {
            var numbers = Queries.Create(list, query);
            foreach (var one in contestants)
            {
                one.Take(numbers);
            }

            var turns = Turns.Take(contestants, isQuick ? 11 : 41);
            var cells = Enum.GetValues<Peer>().Select(peer => Cell(turns, Array.IndexOf(peers, peer)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {list.Prefixes.Count:N0} {kind.Title()}{(areMapped ? ", mapped" : "")} | {query} | {string.Join(" | ", cells)} |"));
        }
    }

    private static string PeerTitle(Peer peer) => peer == Peer.Policy ? peer.Title() : $"{peer.Title()}, times";

    private static string Cell(Turns turns, int contestant) => contestant switch
    {
        -1 => "",
        0 => Goal.Time(turns.Nanoseconds(0)),
        _ => Goal.Text(turns.Ratio(contestant, 0), "#,0.0"),
    };
}
