using PolicySdk.Yaml;

namespace PolicySdk.Cli.Editing;

/// <summary>Edits lists that have a dash before each item. Comments of other items stay.</summary>
internal static class LineLists
{
    /// <summary>Appends entries, as the last one that is a mapping is written.</summary>
    internal static TextEdit Append(YamlText file, YamlSequence list, IReadOnlyList<NewEntry> entries)
    {
        var last = list.Items[^1];
        var prefix = file.Before(Dash(file, last));
        var isBlock = list.Items.LastOrDefault(static item => item is YamlMapping) is { } mapping && !file.IsFlow(mapping);
        return file.InsertLines(file.LineAfter(last), entries.SelectMany(entry => isBlock ? BlockLines(prefix, entry) : [$"{prefix}- {entry.Flow}"]));
    }

    /// <summary>Removes one of several items, and the lines on which it stands.</summary>
    internal static TextEdit Remove(YamlText file, YamlSequence list, int index) => file.RemoveLines(Dash(file, list.Items[index]), file.LineAfter(list.Items[index]));

    private static IEnumerable<string> BlockLines(string prefix, NewEntry entry) => entry.Pairs.Select((pair, index) => $"{prefix}{(index == 0 ? "- " : "  ")}{pair}");

    // On the line of the item, or above it, where a comment stands between.
    private static int Dash(YamlText file, YamlNode item)
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
                throw CommandException.Fault("An entry without a dash on its line can't be edited. Nothing was written.");
            }
        }
    }
}
