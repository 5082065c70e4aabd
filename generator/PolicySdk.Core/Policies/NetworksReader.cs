using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>Reads a <c>*.networks.yaml</c> file.</summary>
internal static class NetworksReader
{
    /// <summary>Reads the root of the file; null where the text could not be read, which is reported already.</summary>
    internal static NetworksDocument Read(string path, YamlMapping? root, ProblemList problems)
    {
        var networks = new List<Network>();
        if (root is not null)
        {
            var reader = MappingReader.Open(root, Keys.OfNetworksFile, problems);
            if (reader.Get(Keys.Networks) is YamlMapping { Pairs.Count: > 0 } mapping)
            {
                networks.AddRange(ReadNetworks(path, mapping, problems));
            }
            else if (reader.Has(Keys.Networks) || !problems.HasErrors)
            {
                var range = reader.Get(Keys.Networks)?.Range ?? root.Range.Part(0, 0);
                problems.Add(RuleIds.EmptyList, range, "The file must have 'networks:' that maps each name to its addresses.");
            }
        }

        return new(path, networks.ToEquatableArray(), problems.ToEquatableArray());
    }

    private static IEnumerable<Network> ReadNetworks(string path, YamlMapping mapping, ProblemList problems)
    {
        var names = new NameTable("network", StringComparer.OrdinalIgnoreCase, problems);
        foreach (var pair in mapping.Pairs)
        {
            if (IpEntryText.TryParse(pair.Key.Text, out _, out _))
            {
                problems.Add(RuleIds.WrongShape, pair.Key.Range, $"{Problem.Quote(pair.Key.Text)} can't be the name of a network: it is an address. Choose a word.");
            }
            else if (names.Add(pair.Key))
            {
                yield return ReadNetwork(path, pair.Key, pair.Value, problems);
            }
        }
    }

    private static Network ReadNetwork(string path, YamlScalar name, YamlNode node, ProblemList problems)
    {
        if (node is not YamlMapping mapping)
        {
            problems.Add(RuleIds.WrongShape, node is YamlScalar { IsAbsent: true } ? name.Range : node.Range, $"The network '{name.Text}' must be a mapping with 'addresses', but is {node.Kind}.");
            return new(name.Text, name.Range, path, null, null, null, []);
        }

        var reader = MappingReader.Open(mapping, Keys.OfNetwork, problems);
        if (!reader.Has(Keys.Addresses))
        {
            problems.Add(RuleIds.EmptyList, name.Range, $"The network '{name.Text}' has no 'addresses' list.");
        }

        return new(
            name.Text,
            name.Range,
            path,
            reader.GetFreeText(Keys.Owner),
            reader.GetFreeText(Keys.Description),
            ReadSource(reader, problems),
            EntryReader.ReadAllowed(Keys.Addresses, reader.Get(Keys.Addresses), problems, name.Text));
    }

    private static NetworkSource? ReadSource(MappingReader network, ProblemList problems)
    {
        if (network.OpenInner(Keys.Source, Keys.OfSource) is not { } reader)
        {
            return null;
        }

        var range = network.RangeOf(Keys.Source);
        if (!reader.Has(Keys.Url))
        {
            problems.Add(RuleIds.WrongShape, range.Part(0, 0), "'source' needs the 'url' that the list was fetched from.");
        }

        if (reader.Has(Keys.MaxAge) && !reader.Has(Keys.Fetched))
        {
            problems.Add(RuleIds.WrongShape, reader.RangeOf(Keys.MaxAge), "'max-age' counts from the day of 'fetched', which is missing.");
        }

        return new(
            reader.GetFreeText(Keys.Url) ?? "",
            reader.GetDate(Keys.Fetched),
            reader.RangeOf(Keys.Fetched),
            reader.GetDays(Keys.MaxAge),
            reader.GetScalar(Keys.Sha256, "a SHA-256 in hexadecimal")?.Text,
            reader.RangeOf(Keys.Sha256));
    }
}
