using System.Text;
using PolicySdk.Policies;
using PolicySdk.Yaml;

namespace PolicySdk.Cli.Editing;

/// <summary>Proves of an edited file that one list changed as it was meant to, and nothing else: what a layout that nobody thought of can't deceive.</summary>
internal static class EditCheck
{
    /// <summary>
    /// Whether a list has so many entries more, or fewer, in the order that it had, and all else of the file is as it was. A file that can't be read any
    /// more is for the build to refuse.
    /// </summary>
    internal static bool Allows(YamlMapping before, string after, ListPlace place, int change)
    {
        if (YamlReader.Read(after).Root is not YamlMapping root)
        {
            return true;
        }

        var (old, now) = (new Dictionary<string, List<string>>(StringComparer.Ordinal), new Dictionary<string, List<string>>(StringComparer.Ordinal));
        Collect(before, "", old);
        Collect(root, "", now);
        var list = place.Kind switch
        {
            ListKind.Allow => $"/{Keys.Allow}",
            ListKind.Block => $"/{Keys.Block}",
            ListKind.Client => $"/{Keys.Clients}/{place.Name}/{Keys.Allow}",
            _ => $"/{Keys.Networks}/{place.Name}/{Keys.Addresses}",
        };
        var (was, isNow) = (old.GetValueOrDefault(list, []), now.GetValueOrDefault(list, []));

        // A client goes with its last entry, whatever else it says.
        var gone = place.Kind == ListKind.Client && isNow.Count == 0 ? $"/{Keys.Clients}/{place.Name}/" : list;
        return isNow.Count == was.Count + change
            && (change == 0 || (change > 0 ? StartsWith(isNow, was) : IsPart(isNow, was)))
            && old.Keys.Union(now.Keys).Where(key => key != list && !key.StartsWith(gone, StringComparison.Ordinal))
                .All(key => old.GetValueOrDefault(key, []).SequenceEqual(now.GetValueOrDefault(key, [])));
    }

    /// <summary>Collects what stands under each path of keys: the items of lists, and single texts.</summary>
    private static void Collect(YamlMapping mapping, string path, Dictionary<string, List<string>> found)
    {
        foreach (var (key, value) in mapping.Pairs)
        {
            var name = $"{path}/{key.Text}";
            if (value is YamlMapping inner)
            {
                Collect(inner, name, found);
            }
            else
            {
                found.TryAdd(name, []);
                found[name].AddRange(value is YamlSequence list ? list.Items.Select(Text) : [Text(value)]);
            }
        }
    }

    private static string Text(YamlNode node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    // With lengths, so that no two contents have one text. Blank lines that end a text may belong to what stands after it.
    private static void Append(StringBuilder text, YamlNode node)
    {
        switch (node)
        {
            case YamlScalar scalar:
                var content = scalar.Text.TrimEnd('\n');
                text.Append(content.Length).Append(':').Append(content);
                break;
            case YamlSequence list:
                text.Append('[');
                list.Items.ToList().ForEach(item => Append(text, item));
                text.Append(']');
                break;
            case YamlMapping mapping:
                text.Append('{');
                mapping.Pairs.SelectMany(static pair => new[] { pair.Key, pair.Value }).ToList().ForEach(item => Append(text, item));
                text.Append('}');
                break;
        }
    }

    private static bool StartsWith(List<string> list, List<string> start) => list.Count >= start.Count && list.Take(start.Count).SequenceEqual(start);

    private static bool IsPart(List<string> part, List<string> whole)
    {
        var position = 0;
        return part.TrueForAll(item => (position = whole.IndexOf(item, position) + 1) > 0);
    }
}
