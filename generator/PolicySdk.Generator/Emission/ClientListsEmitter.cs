using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Generator.Forms;
using PolicySdk.Generator.Forms.Grouped;
using PolicySdk.Generator.Forms.Tables;
using PolicySdk.Matching;

namespace PolicySdk.Generator.Emission;

/// <summary>
/// Writes the matchers of the clients' lists: a method for each while one switch can tell them apart. Where there are more clients they
/// share their tables, but for the longest lists.
/// </summary>
internal static class ClientListsEmitter
{
    private const int FixedLists = 3;
    private const int OwnMethods = 64;

    /// <summary>A longer list among many is searched by halving no more.</summary>
    private const int SegmentsOfShared = 1024;

    /// <summary>Writes the arms that lead from a list's number to its matcher.</summary>
    internal static void WriteArms(SourceWriter writer, EquatableArray<MatchList> clients, IpAddressFamily family)
    {
        var arguments = MatchForm.Arguments(family);
        foreach (var client in WithOwnMethod(clients, family))
        {
            writer.Line($"{CSharpText.Number(FixedLists + client)} => {OwnMatcher(client, family)}({arguments}),");
        }

        writer.Line(IsShared(clients) ? $"_ => Clients{family}(list - FirstClientList, {arguments})," : "_ => None,");
    }

    internal static void WriteLists(SourceWriter writer, LiteralRoom room, EquatableArray<MatchList> clients, IpAddressFamily family)
    {
        var own = WithOwnMethod(clients, family);
        foreach (var client in own)
        {
            MatcherEmitter.WriteList(writer, room, clients[client].Of(family), OwnMatcher(client, family));
        }

        if (IsShared(clients))
        {
            writer.Line();
            var isOwn = new HashSet<int>(own);
            var lists = clients.Select((client, index) => isOwn.Contains(index) ? [] : CodedRange.Of(client.Of(family)));
            new GroupedForm(family, lists).Write(writer, room, $"Clients{family}");
        }
    }

    private static bool IsShared(EquatableArray<MatchList> clients) => clients.Count > Chunks.ArmsOfMethod;

    private static IReadOnlyList<int> WithOwnMethod(EquatableArray<MatchList> clients, IpAddressFamily family)
    {
        var all = Enumerable.Range(0, clients.Count);
        return IsShared(clients)
            ? all.Where(client => clients[client].Of(family).Count > SegmentsOfShared).OrderByDescending(client => clients[client].Of(family).Count).Take(OwnMethods).OrderBy(static client => client).ToList()
            : all.ToList();
    }

    private static string OwnMatcher(int client, IpAddressFamily family) => $"Client{CSharpText.Number(client)}{family}";
}
