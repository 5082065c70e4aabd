using PolicySdk.Collections;
using PolicySdk.Policies;

namespace PolicySdk.Generator.Emission;

/// <summary>Writes the client ids: constants for code, and the way from an id to its list.</summary>
internal static class ClientEmitter
{
    internal static void WriteConstants(SourceWriter writer, EquatableArray<string> clients)
    {
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("protected override string[] CreateClientIds() =>");
        writer.Line("[");
        foreach (var client in clients)
        {
            writer.Line($"    {CSharpText.Literal(client)},");
        }

        writer.Line("];");
        if (clients.Count == 0)
        {
            return;
        }

        writer.Line();
        writer.Line("/// <summary>The ids of the clients with lists of their own.</summary>");
        writer.Open("public static class Clients");
        foreach (var client in clients)
        {
            writer.Line($"/// <summary>The client <c>{CSharpText.Documentation(client)}</c>.</summary>");
            writer.Line($"public const string {ConstantOf(client)} = {CSharpText.Literal(client)};");
        }

        writer.Close();
    }

    internal static void WriteFindClient(SourceWriter writer, EquatableArray<string> clients)
    {
        var lists = clients.Select(static (client, index) => (Id: client, List: index)).OrderBy(static client => client.Id, StringComparer.Ordinal).ToList();
        var chunks = Chunks.Of(lists);
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        if (chunks.Count < 2)
        {
            WriteSwitch(writer, "protected override int FindClient(string clientId)", lists);
            return;
        }

        writer.Line($"protected override int FindClient(string clientId) => {Branch(chunks.Select(static chunk => chunk[0].Id).ToList(), 0, chunks.Count)};");
        for (var i = 0; i < chunks.Count; i++)
        {
            writer.Line();
            WriteSwitch(writer, $"private static int FindClient_{CSharpText.Number(i)}(string clientId)", chunks[i]);
        }
    }

    private static void WriteSwitch(SourceWriter writer, string signature, IReadOnlyList<(string Id, int List)> clients)
    {
        if (clients.Count == 0)
        {
            writer.Line(signature + " => None;");
            return;
        }

        writer.Open(signature + " => clientId switch");
        foreach (var (id, list) in clients)
        {
            writer.Line($"{CSharpText.Literal(id)} => FirstClientList + {CSharpText.Number(list)},");
        }

        writer.Line("_ => None,");
        writer.Close(";");
    }

    // The chunks are sorted, so that comparing with the first id of each finds the right one in few steps.
    private static string Branch(List<string> firsts, int start, int end)
    {
        if (end - start == 1)
        {
            return $"FindClient_{CSharpText.Number(start)}(clientId)";
        }

        var middle = (start + end) / 2;
        return $"(string.CompareOrdinal(clientId, {CSharpText.Literal(firsts[middle])}) < 0 ? {Branch(firsts, start, middle)} : {Branch(firsts, middle, end)})";
    }

    // A constant can't have the name of the class around it.
    private static string ConstantOf(string client) =>
        PolicyNames.ToIdentifier(client) is var identifier && identifier == "Clients" ? "Clients_" : identifier;
}
