using PolicySdk.Cli.Sources;
using PolicySdk.Policies;
using PolicySdk.Yaml;

namespace PolicySdk.Cli.Editing;

/// <summary>Adds and removes entries of one file; everything else stays to the byte.</summary>
internal sealed class EntryEditor(string path, YamlText file)
{
    /// <summary>A file of a folder with edits made to one list.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="path">The file.</param>
    /// <param name="place">The list.</param>
    /// <param name="edit">Makes the edits, and tells how many entries the list has more afterwards.</param>
    /// <exception cref="CommandException">The file is written in a way that can't be edited, or anything else would change.</exception>
    internal static PolicySource Edit(PolicyFolder folder, string path, ListPlace place, Func<EntryEditor, (IReadOnlyList<TextEdit> Edits, int Change)> edit)
    {
        var source = folder.Files.First(file => file.Path == path);
        var shown = folder.Shown(path);
        var text = YamlText.Parse(shown, source.Text);
        var (edits, change) = edit(new(shown, text));
        var after = TextEdit.Apply(source.Text, edits);
        return EditCheck.Allows(text.Root, after, place, change) ? source with { Text = after }
            : throw CommandException.Fault($"{shown} is laid out in a way in which more than {place.Text} would change. Nothing was written; edit it by hand.");
    }

    /// <summary>Adds entries to the end of a list, which is made where it is not there.</summary>
    internal IReadOnlyList<TextEdit> Add(ListPlace place, IReadOnlyList<NewEntry> entries) =>
        Find(place) is not { } list ? [new SectionEditor(path, file).Add(place, entries)]
        : file.IsFlow(list) ? [BracketLists.Append(list, entries)]
        : [LineLists.Append(file, list, entries)];

    /// <summary>Removes an entry by where its address or network stands, and with the last one of a list the list.</summary>
    internal TextEdit Remove(ListPlace place, PolicyEntry entry)
    {
        var (list, index) = Locate(place, entry);
        return list.Items.Count == 1 ? new SectionEditor(path, file).Remove(place, list)
            : file.IsFlow(list) ? BracketLists.Remove(file, list, index)
            : LineLists.Remove(file, list, index);
    }

    /// <summary>Sets a field of an entry, as the entry is written.</summary>
    internal TextEdit Set(ListPlace place, PolicyEntry entry, string key, string text) => EntryFields.Set(file, NodeOf(place, entry), key, text);

    /// <summary>The node of an entry in its list.</summary>
    internal YamlNode NodeOf(ListPlace place, PolicyEntry entry)
    {
        var (list, index) = Locate(place, entry);
        return list.Items[index];
    }

    private (YamlSequence List, int Index) Locate(ListPlace place, PolicyEntry entry)
    {
        var list = Find(place) ?? throw new InvalidOperationException($"{place.Text} is not in {path}.");
        var (first, last) = (0, list.Items.Count - 1);
        while (first < last)
        {
            var middle = (first + last + 1) / 2;
            (first, last) = list.Items[middle].Range.Start <= entry.Range.Start ? (middle, last) : (first, middle - 1);
        }

        return (list, first);
    }

    private YamlSequence? Find(ListPlace place) => place.Kind switch
    {
        ListKind.Allow => YamlText.Find(file.Root, Keys.Allow),
        ListKind.Block => YamlText.Find(file.Root, Keys.Block),
        ListKind.Client => Nested(Keys.Clients, place.Name!) is YamlMapping client ? YamlText.Find(client, Keys.Allow) : null,
        _ => Nested(Keys.Networks, place.Name!) is YamlMapping network ? YamlText.Find(network, Keys.Addresses) : null,
    } as YamlSequence;

    private YamlNode? Nested(string key, string name) => YamlText.Find(file.Root, key) is YamlMapping mapping ? YamlText.Find(mapping, name) : null;
}
