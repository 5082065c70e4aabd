namespace PolicySdk.Conformance.Tests.Fuzzing.Independent;

/// <summary>A policy as its file says it.</summary>
internal sealed record PolicyText(IReadOnlyList<Entry> Allow, IReadOnlyDictionary<string, IReadOnlyList<Entry>> Clients, IReadOnlyList<Entry> Block, IReadOnlyList<Claim> Claims)
{
    internal IEnumerable<Entry> Entries => Allow.Concat(Clients.Values.SelectMany(static entries => entries)).Concat(Block);

    internal static PolicyText Read(string text)
    {
        var file = NodeReader.Read(text).ToMap().WithOnly("policy", "description", "owner", "mode", "allow", "clients", "block", "expect");
        _ = (file.Text("description"), file.Text("owner"));
        CheckName(file.Text("policy"));
        CheckMode(file["mode"]);
        var clients = file["clients"]?.ToMap().Values ?? new Dictionary<string, Node>();
        NotUnderstoodException.ThrowIf(file["clients"] is not null ? clients.Count == 0 : file["allow"] is null, "no list");
        return new(
            Entry.ReadList(file["allow"]),
            clients.ToDictionary(static client => client.Key, static client => ReadClient(client.Key, client.Value)),
            Entry.ReadList(file["block"]),
            Claim.ReadList(file["expect"]));
    }

    private static void CheckName(string? name) =>
        NotUnderstoodException.ThrowIf(
            name is null || name.Length > 128 || !char.IsAsciiLetterLower(name[0]) || name.Split('-').Any(static word => word.Length == 0)
            || !name.All(static c => c == '-' || char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)),
            "no name of a policy");

    private static void CheckMode(Node? mode)
    {
        var isReport = mode is MapNode map && map.WithOnly("report-until").Date("report-until") is not null;
        NotUnderstoodException.ThrowIf(mode is not null && !isReport && mode.ToText() != "enforce", "a mode");
    }

    private static IReadOnlyList<Entry> ReadClient(string id, Node node)
    {
        NetworksText.CheckName(id);
        var client = node.ToMap().WithOnly("owner", "description", "allow");
        _ = (client.Text("owner"), client.Text("description"));
        NotUnderstoodException.ThrowIf(client["allow"] is null, "a client without a list");
        return Entry.ReadList(client["allow"]);
    }
}
