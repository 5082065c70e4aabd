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
        WriteIds(writer, clients);
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
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        if (clients.Count > Chunks.ArmsOfMethod)
        {
            writer.Line("protected override int FindClient(string clientId) => FindAmongMany(clientId);");
            return;
        }

        if (clients.Count == 0)
        {
            writer.Line("protected override int FindClient(string clientId) => None;");
            return;
        }

        writer.Open("protected override int FindClient(string clientId) => clientId switch");
        foreach (var (id, list) in clients.Select(static (client, index) => (Id: client, List: index)).OrderBy(static client => client.Id, StringComparer.Ordinal))
        {
            writer.Line($"{CSharpText.Literal(id)} => FirstClientList + {CSharpText.Number(list)},");
        }

        writer.Line("_ => None,");
        writer.Close(";");
    }

    private static void WriteIds(SourceWriter writer, EquatableArray<string> clients)
    {
        if (clients.Count > Chunks.ArmsOfMethod)
        {
            // An id has no space in it; an array of so many literals would not be optimised when it is made.
            writer.Line($"protected override string[] CreateClientIds() => {CSharpText.Literal(string.Join(" ", clients))}.Split(' ');");
            return;
        }

        writer.Line("protected override string[] CreateClientIds() =>");
        writer.Line("[");
        foreach (var client in clients)
        {
            writer.Line($"    {CSharpText.Literal(client)},");
        }

        writer.Line("];");
    }

    // A constant can't have the name of the class around it.
    private static string ConstantOf(string client) =>
        PolicyNames.ToIdentifier(client) is var identifier && identifier == "Clients" ? "Clients_" : identifier;
}
