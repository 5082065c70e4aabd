namespace PolicySdk.Conformance.Tests.Fuzzing.Independent;

/// <summary>The networks of one file.</summary>
internal sealed record NetworksText(IReadOnlyDictionary<string, IReadOnlyList<Entry>> Networks)
{
    internal static NetworksText Read(string text)
    {
        var file = NodeReader.Read(text).ToMap().WithOnly("networks");
        var networks = file["networks"]?.ToMap().Values.ToDictionary(static network => network.Key, static network => ReadNetwork(network.Key, network.Value));
        NotUnderstoodException.ThrowIf(networks is null or { Count: 0 }, "no networks");
        NotUnderstoodException.ThrowIf(networks!.Keys.GroupBy(Spoken).Any(static group => group.Count() > 1), "two networks of one name");
        return new(networks.ToDictionary(static network => network.Key, static network => network.Value));
    }

    /// <summary>The letters and digits of a name, by which C# and people tell names apart.</summary>
    internal static string Spoken(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    internal static void CheckName(string name) =>
        NotUnderstoodException.ThrowIf(
            name.Length > 128 || !name.Any(char.IsAsciiLetterOrDigit) || !name.All(static c => c is '-' or '_' or '.' || char.IsAsciiLetterOrDigit(c)), "no name");

    private static IReadOnlyList<Entry> ReadNetwork(string name, Node node)
    {
        CheckName(name);
        NotUnderstoodException.ThrowIf(AddressRange.Parse(name) is not null, "a network named by an address");
        var network = node.ToMap().WithOnly("owner", "description", "source", "addresses");
        _ = (network.Text("owner"), network.Text("description"));
        if (network["source"]?.ToMap().WithOnly("url", "fetched", "max-age", "sha256") is { } source)
        {
            NotUnderstoodException.ThrowIf(source.Text("url") is null || (source["max-age"] is not null && source.Date("fetched") is null), "a source that says too little");
            _ = (source.Date("fetched"), source["sha256"]?.ToText());
        }

        NotUnderstoodException.ThrowIf(network["addresses"] is null, "a network without addresses");
        return Entry.ReadList(network["addresses"]);
    }
}
