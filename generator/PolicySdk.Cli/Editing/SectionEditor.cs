using PolicySdk.Policies;
using PolicySdk.Yaml;

namespace PolicySdk.Cli.Editing;

/// <summary>Adds and removes whole lists of a policy, with the keys that hold them.</summary>
internal sealed class SectionEditor(string path, YamlText file)
{
    private const string Indent = "  ";

    // The sections of a policy in the order in which people write them.
    private static readonly string[] Sections = [Keys.Allow, Keys.Clients, Keys.Block, Keys.Expect];

    /// <summary>Adds a list that is not there yet.</summary>
    internal TextEdit Add(ListPlace place, IReadOnlyList<NewEntry> entries) => place.Kind switch
    {
        ListKind.Allow => Insert(Keys.Allow, [$"{Keys.Allow}:", .. Items(entries, Indent)]),
        ListKind.Block => Insert(Keys.Block, [$"{Keys.Block}:", .. Items(entries, Indent)]),
        ListKind.Client => AddClient(place.Name!, entries),
        _ => throw CommandException.Usage($"There is no network '{place.Name}'."),
    };

    /// <summary>Removes a list with its last entry; of a client all that it says.</summary>
    internal TextEdit Remove(ListPlace place, YamlSequence list)
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

    private TextEdit AddClient(string name, IReadOnlyList<NewEntry> entries)
    {
        string[] lines = [$"{YamlScalars.Write(name)}:", $"{Indent}{Keys.Allow}:", .. Items(entries, Indent + Indent)];
        if (YamlText.Find(file.Root, Keys.Clients) is not { } clients)
        {
            return Insert(Keys.Clients, [$"{Keys.Clients}:", .. lines.Select(static line => Indent + line)]);
        }

        if (clients is not YamlMapping { Pairs: [.., var last] } || file.IsFlow(clients) || YamlText.Find((YamlMapping)clients, name) is not null)
        {
            throw CommandException.Fault($"{path}: 'clients' must have a line for each client, and each client an 'allow', to be edited. Nothing was written.");
        }

        var prefix = file.Before(last.Key.Range.Start);
        return file.InsertLines(file.LineAfter(last.Value), lines.Select(line => prefix + line));
    }

    private static IEnumerable<string> Items(IEnumerable<NewEntry> entries, string prefix) => entries.Select(entry => $"{prefix}- {entry.Flow}");

    // Before the section that comes next, and the comment above that; separated from it as that is from what precedes it.
    private TextEdit Insert(string key, IReadOnlyList<string> lines)
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

    private bool IsBlankLineBefore(int position) => position > 0 && file.Text[file.LineStart(position - 1)..position].Trim().Length == 0;
}
