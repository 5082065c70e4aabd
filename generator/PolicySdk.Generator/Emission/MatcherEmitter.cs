using PolicySdk.Addresses;
using PolicySdk.Matching;

namespace PolicySdk.Generator.Emission;

/// <summary>Writes the matchers of all lists of a policy, and the way from a list's number to its matcher.</summary>
internal static class MatcherEmitter
{
    private const int FixedLists = 3;

    internal static void WriteMatchers(SourceWriter writer, MatchPlan plan)
    {
        WriteFamily(writer, plan, IpAddressFamily.IPv4, "uint address", "address");
        WriteFamily(writer, plan, IpAddressFamily.IPv6, "ulong upper, ulong lower", "upper, lower");
    }

    private static void WriteFamily(SourceWriter writer, MatchPlan plan, IpAddressFamily family, string parameters, string arguments)
    {
        // Without clients anyone is everybody: the same list.
        var isShared = plan.Clients.Count == 0;
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Open($"protected override int Match{family}(int list, {parameters}) => list switch");
        writer.Line($"BlockList => Block{family}({arguments}),");
        writer.Line(isShared ? $"AllowList or AnyoneList => Allow{family}({arguments})," : $"AllowList => Allow{family}({arguments}),");
        if (!isShared)
        {
            writer.Line($"AnyoneList => Anyone{family}({arguments}),");
        }

        var chunks = Chunks.Of(plan.Clients);
        if (chunks.Count == 1)
        {
            WriteClientArms(writer, plan.Clients.Count, 0, family, arguments);
        }

        writer.Line(chunks.Count > 1 ? $"_ => MatchClients{family}(list - FirstClientList, {arguments})," : "_ => None,");
        writer.Close(";");
        WriteClientChunks(writer, chunks, family, parameters, arguments);
        WriteList(writer, plan.Block, $"Block{family}", family);
        WriteList(writer, plan.Allow, $"Allow{family}", family);
        if (!isShared)
        {
            WriteList(writer, plan.Anyone, $"Anyone{family}", family);
        }

        for (var i = 0; i < plan.Clients.Count; i++)
        {
            WriteList(writer, plan.Clients[i], ClientMatcher(i, family), family);
        }
    }

    private static void WriteClientChunks(SourceWriter writer, IReadOnlyList<IReadOnlyList<MatchList>> chunks, IpAddressFamily family, string parameters, string arguments)
    {
        if (chunks.Count < 2)
        {
            return;
        }

        writer.Line();
        writer.Open($"private static int MatchClients{family}(int client, {parameters}) => (client / {CSharpText.Number(Chunks.ArmsOfMethod)}) switch");
        for (var i = 0; i < chunks.Count; i++)
        {
            writer.Line($"{CSharpText.Number(i)} => MatchClients{CSharpText.Number(i)}{family}(client + FirstClientList, {arguments}),");
        }

        writer.Line("_ => None,");
        writer.Close(";");
        for (var i = 0; i < chunks.Count; i++)
        {
            writer.Line();
            writer.Open($"private static int MatchClients{CSharpText.Number(i)}{family}(int list, {parameters}) => list switch");
            WriteClientArms(writer, chunks[i].Count, i * Chunks.ArmsOfMethod, family, arguments);
            writer.Line("_ => None,");
            writer.Close(";");
        }
    }

    private static void WriteClientArms(SourceWriter writer, int count, int first, IpAddressFamily family, string arguments)
    {
        for (var i = first; i < first + count; i++)
        {
            writer.Line($"{CSharpText.Number(FixedLists + i)} => {ClientMatcher(i, family)}({arguments}),");
        }
    }

    private static string ClientMatcher(int index, IpAddressFamily family) => $"Client{CSharpText.Number(index)}{family}";

    private static void WriteList(SourceWriter writer, MatchList list, string name, IpAddressFamily family)
    {
        writer.Line();
        if (family == IpAddressFamily.IPv4)
        {
            IPv4Emitter.Write(writer, list.IPv4, name);
        }
        else
        {
            IPv6Emitter.Write(writer, list.IPv6, name);
        }
    }
}
