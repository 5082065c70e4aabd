using PolicySdk.Cli.Editing;
using PolicySdk.Cli.Sources;
using PolicySdk.Policies;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Cli.Fixes;

/// <summary>Fixes that remove entries which decide nothing: said twice, inside others, or past.</summary>
internal static class RemovalFixes
{
    internal static readonly string[] Rules = [RuleIds.DuplicateEntry, RuleIds.RedundantEntry, RuleIds.ExpiredEntry];

    /// <summary>The edits that mend problems of one file. Of a list that would lose its last entry that one stays: whether the list goes too is for people.</summary>
    internal static IEnumerable<TextEdit> Find(PolicySource source, PolicyFile file, IReadOnlyCollection<Problem> problems)
    {
        if (YamlText.TryParse(source.Text) is not { } text)
        {
            return [];
        }

        var editor = new EntryEditor(source.Path, text);
        var starts = problems.Where(static problem => problem.Severity > ProblemSeverity.Info).Select(static problem => problem.Range.Start).Order().ToList();
        return starts.Count == 0 ? [] : PolicyList.Of(file).SelectMany(list => Doomed(editor, list, starts).Select(entry => editor.Remove(list.Place, entry)));
    }

    private static List<PolicyEntry> Doomed(EntryEditor editor, PolicyList list, List<int> starts)
    {
        var doomed = list.Entries.Where(entry => IsMeant(editor.NodeOf(list.Place, entry), starts)).ToList();
        return doomed.Count > 0 && doomed.Count == list.Entries.Count ? doomed[..^1] : doomed;
    }

    // What is said of the entry itself stands at its address, network or last day; what is said of its exceptions does not mean it.
    private static bool IsMeant(YamlNode item, List<int> starts) => item is YamlMapping mapping
        ? mapping.Pairs.Any(pair => pair.Key.Text is Keys.Ip or Keys.Net or Keys.Expires && Holds(pair.Value.Range, starts))
        : Holds(item.Range, starts);

    private static bool Holds(TextRange range, List<int> starts)
    {
        var index = starts.BinarySearch(range.Start);
        index = index < 0 ? ~index : index;
        return index < starts.Count && starts[index] < range.Start + range.Length;
    }
}
