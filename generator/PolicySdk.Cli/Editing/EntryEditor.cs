using PolicySdk.Cli.Sources;
using PolicySdk.Policies;
using PolicySdk.Yaml;

namespace PolicySdk.Cli.Editing;

/// <summary>Adds and removes entries of one file; everything else stays to the byte.</summary>
internal sealed class EntryEditor(string path, YamlText file)
{
    private const string Indent = "  ";

    // The sections of a policy in the order in which people write them.
    private static readonly string[] Sections = [Keys.Allow, Keys.Clients, Keys.Block, Keys.Expect];

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
        Find(place) is { } list ? [file.IsFlow(list) ? BracketLists.Append(list, entries) : AppendLines(list, entries)]
        : place.Kind switch
        {
            ListKind.Allow => [InsertSection(Keys.Allow, [$"{Keys.Allow}:", .. Items(entries)])],
            ListKind.Block => [InsertSection(Keys.Block, [$"{Keys.Block}:", .. Items(entries)])],
            ListKind.Client => [AddClient(place.Name!, entries)],
            _ => throw CommandException.Usage($"There is no network '{place.Name}'."),
        };

    /// <summary>Removes an entry by where its address or network stands, and with the last one of a list the list.</summary>
    internal TextEdit Remove(ListPlace place, PolicyEntry entry)
    {
        var (list, index) = Locate(place, entry);
        return list.Items.Count == 1 ? RemoveList(place, list)
            : file.IsFlow(list) ? BracketLists.Remove(file, list, index)
            : file.RemoveLines(Dash(list.Items[index]), file.LineAfter(list.Items[index]));
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

    // As the last entry that is a mapping is written.
    private TextEdit AppendLines(YamlSequence list, IReadOnlyList<NewEntry> entries)
    {
        var last = list.Items[^1];
        var prefix = file.Before(Dash(last));
        var isBlock = list.Items.LastOrDefault(static item => item is YamlMapping) is { } mapping && !file.IsFlow(mapping);
        return file.InsertLines(file.LineAfter(last), entries.SelectMany(entry => isBlock ? BlockLines(prefix, entry) : [$"{prefix}- {entry.Flow}"]));
    }

    private static IEnumerable<string> BlockLines(string prefix, NewEntry entry) => entry.Pairs.Select((pair, index) => $"{prefix}{(index == 0 ? "- " : "  ")}{pair}");

    private static IEnumerable<string> Items(IEnumerable<NewEntry> entries, string prefix = Indent) => entries.Select(entry => $"{prefix}- {entry.Flow}");

    private TextEdit AddClient(string name, IReadOnlyList<NewEntry> entries)
    {
        string[] lines = [$"{YamlScalars.Write(name)}:", $"{Indent}{Keys.Allow}:", .. Items(entries, Indent + Indent)];
        if (YamlText.Find(file.Root, Keys.Clients) is not { } clients)
        {
            return InsertSection(Keys.Clients, [$"{Keys.Clients}:", .. lines.Select(static line => Indent + line)]);
        }

        if (clients is not YamlMapping { Pairs: [.., var last] } || file.IsFlow(clients) || YamlText.Find((YamlMapping)clients, name) is not null)
        {
            throw CommandException.Fault($"{path}: 'clients' must have a line for each client, and each client an 'allow', to be edited. Nothing was written.");
        }

        var prefix = file.Before(last.Key.Range.Start);
        return file.InsertLines(file.LineAfter(last.Value), lines.Select(line => prefix + line));
    }

    // Before the section that comes next, and the comment above that; separated from it as that is from what precedes it.
    private TextEdit InsertSection(string key, IReadOnlyList<string> lines)
    {
        var next = file.Root.Pairs.FirstOrDefault(pair => Array.IndexOf(Sections, pair.Key.Text) > Array.IndexOf(Sections, key)).Key;
        if (next is null)
        {
            return file.InsertLines(file.EndOfDocument, lines);
        }

        var position = file.LineStart(next.Range.Start);
        while (position > 0 && file.Text[file.LineStart(position - 1)] == '#')
        {
            position = file.LineStart(position - 1);
        }

        return file.InsertLines(position, IsBlankLineBefore(position) ? [.. lines, ""] : lines);
    }

    private TextEdit RemoveList(ListPlace place, YamlSequence list)
    {
        var end = file.LineAfter(list);
        var clients = YamlText.Find(file.Root, Keys.Clients) as YamlMapping;
        var key = KeyOf(place, clients);
        if (place.Kind == ListKind.Client)
        {
            end = Math.Max(end, file.LineAfter(clients!.Pairs.First(pair => pair.Key.Text == place.Name).Value));
        }

        var edit = file.RemoveLines(key.Range.Start, end);
        var isSeparated = edit.Start > 0 && IsBlankLineBefore(edit.Start) && edit.End < file.Text.Length && file.Text[edit.End..file.NextLine(edit.End)].Trim().Length == 0;
        return isSeparated ? edit with { Length = file.NextLine(edit.End) - edit.Start } : edit;
    }

    // A policy's last client takes the word 'clients' with it.
    private YamlScalar KeyOf(ListPlace place, YamlMapping? clients) => place.Kind switch
    {
        ListKind.Network => throw CommandException.Usage($"It is the last entry of {place.Text}, which can't be empty. Remove the network itself."),
        ListKind.Client when clients!.Pairs.Count > 1 => clients.Pairs.First(pair => pair.Key.Text == place.Name).Key,
        ListKind.Client => KeyOf(Keys.Clients),
        ListKind.Allow => KeyOf(Keys.Allow),
        _ => KeyOf(Keys.Block),
    };

    private YamlScalar KeyOf(string section) => file.Root.Pairs.First(pair => pair.Key.Text == section).Key;

    // On the line of the item, or above it, where a comment stands between.
    private int Dash(YamlNode item)
    {
        for (var line = file.LineStart(item.Range.Start); ; line = file.LineStart(line - 1))
        {
            var first = line + file.Text.AsSpan(line).IndexOfAnyExcept(' ');
            if (file.Text[first] == '-')
            {
                return first;
            }

            if (line == 0)
            {
                throw CommandException.Fault($"{path}: an entry without a dash on its line can't be edited. Nothing was written.");
            }
        }
    }

    private bool IsBlankLineBefore(int position) => position > 0 && file.Text[file.LineStart(position - 1)..position].Trim().Length == 0;
}
