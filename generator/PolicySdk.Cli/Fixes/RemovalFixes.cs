using PolicySdk.Cli.Editing;
using PolicySdk.Cli.Sources;
using PolicySdk.Policies;
using PolicySdk.Validation;

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
        return starts.Count == 0 ? [] : Lists(file).SelectMany(list => Doomed(editor, list.Place, list.Entries, starts).Select(entry => editor.Remove(list.Place, entry)));
    }

    private static List<PolicyEntry> Doomed(EntryEditor editor, ListPlace place, IReadOnlyCollection<PolicyEntry> entries, List<int> starts)
    {
        var doomed = entries.Where(entry => IsMeant(editor.NodeOf(place, entry).Range, starts)).ToList();
        return doomed.Count == entries.Count ? doomed[..^1] : doomed;
    }

    private static bool IsMeant(Yaml.TextRange range, List<int> starts)
    {
        var index = starts.BinarySearch(range.Start);
        index = index < 0 ? ~index : index;
        return index < starts.Count && starts[index] < range.Start + range.Length;
    }

    private static IEnumerable<(ListPlace Place, IReadOnlyCollection<PolicyEntry> Entries)> Lists(PolicyFile file) => file switch
    {
        PolicyDocument policy => policy.Clients.Select(static client => (new ListPlace(ListKind.Client, client.Id), (IReadOnlyCollection<PolicyEntry>)client.Allow))
            .Prepend((new(ListKind.Block), policy.Block)).Prepend((new(ListKind.Allow), policy.Allow)).Where(static list => list.Item2.Count > 0),
        NetworksDocument networks => networks.Networks.Select(static network => (new ListPlace(ListKind.Network, network.Name), (IReadOnlyCollection<PolicyEntry>)network.Addresses)),
        _ => [],
    };
}
