using PolicySdk.Yaml;

namespace PolicySdk.Cli.Editing;

/// <summary>Edits lists in brackets, whose commas stand behind items or before them, on one line or on many. Comments of other items stay.</summary>
internal static class BracketLists
{
    internal static TextEdit Append(YamlSequence list, IReadOnlyList<NewEntry> entries)
    {
        var text = string.Join(", ", entries.Select(static entry => entry.Flow));
        return list.Items.Count == 0 ? new(list.Range.Start + 1, 0, text) : new(YamlText.End(list.Items[^1]), 0, ", " + text);
    }

    /// <summary>Removes one of several items, and one comma with it.</summary>
    internal static TextEdit Remove(YamlText file, YamlSequence list, int index)
    {
        var (start, end) = (list.Items[index].Range.Start, YamlText.End(list.Items[index]));
        var (before, after) = (CommaAfter(file, list, index - 1), CommaAfter(file, list, index));
        var next = file.NextLine(end);
        var isBehind = after >= 0 && after < next;
        if (IsBlank(file.Text[(isBehind ? after + 1 : end)..next]))
        {
            switch (file.Before(start).Trim())
            {
                case "" when isBehind:
                case "," when !isBehind:
                    return Replace(file.LineStart(start), next, "");
                case "":
                    return after >= 0 ? Replace(file.LineStart(start), after + 1, file.Text[next..after]) : Replace(before, next, file.Text[(before + 1)..file.LineStart(start)]);
            }
        }

        if (index > 0 && YamlText.End(list.Items[index - 1]) >= file.LineStart(start))
        {
            return Replace(YamlText.End(list.Items[index - 1]), end, "");
        }

        return after < 0 ? Replace(before, end, file.Text[(before + 1)..start])
            : Replace(start, after + 1 + file.Text.AsSpan(after + 1).IndexOfAnyExcept(' '), file.Text[end..after]);
    }

    private static TextEdit Replace(int start, int end, string text) => new(start, end - start, text);

    // Nothing of the list: what follows may be a comment.
    private static bool IsBlank(string text) => text.Trim() is "" or ['#', ..];

    /// <summary>The comma between an item and the next, or the end of the list; -1 where there is none. Commas of comments are none.</summary>
    private static int CommaAfter(YamlText file, YamlSequence list, int index)
    {
        var end = index + 1 < list.Items.Count ? list.Items[index + 1].Range.Start : YamlText.End(list) - 1;
        for (var i = index < 0 ? end : YamlText.End(list.Items[index]); i < end; i++)
        {
            switch (file.Text[i])
            {
                case ',':
                    return i;
                case '#':
                    i = file.NextLine(i) - 1;
                    break;
            }
        }

        return -1;
    }
}
