using PolicySdk.Cli.Sources;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Editing;

/// <summary>Removes entries of a list.</summary>
internal static class EntryRemoval
{
    /// <summary>The folder without them. Edits that touch each other, as those of brackets with one comma between them, are made one after the other.</summary>
    internal static PolicyFolder Remove(PolicyFolder folder, PolicyList list, IReadOnlyCollection<PolicyEntry> entries)
    {
        var doomed = entries.ToHashSet();
        var left = list.Entries.Select(static (entry, index) => (entry, index)).Where(one => doomed.Contains(one.entry)).Select(static one => one.index).ToList();
        while (left.Count > 0)
        {
            var there = list.In(folder.Parse()).Entries.ToList();

            // The last one of a list takes the list with it, when no other is left.
            var now = left.Count == there.Count && there.Count > 1 ? left[..^1] : left;
            List<int> removed = [];
            folder = folder.With(EntryEditor.Edit(folder, list.Path, list.Place, editor =>
            {
                var edits = TextEdit.Apart(now.Select(index => (index, editor.Remove(list.Place, there[index]))));
                removed = edits.ConvertAll(static edit => edit.Item);
                return ([.. edits.Select(static edit => edit.Edit)], -edits.Count);
            }));
            left = [.. left.Except(removed).Select(index => index - removed.Count(gone => gone < index))];
        }

        return folder;
    }
}
