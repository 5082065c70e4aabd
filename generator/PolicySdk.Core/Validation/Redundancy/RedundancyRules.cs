using PolicySdk.Addresses;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Validation.Redundancy;

/// <summary>PSDK2010 and PSDK2011: entries of one list, networks written out, that say what others say already.</summary>
internal static class RedundancyRules
{
    private const int Named = 3;

    internal static void Check(IReadOnlyList<ListEntry> entries, ProblemList problems)
    {
        var isRedundant = new bool[entries.Count];
        foreach (var indexes in OverlapClusters.Of(entries))
        {
            foreach (var redundant in CheckCluster(indexes.Select(index => entries[index]).ToList(), problems))
            {
                isRedundant[indexes[redundant]] = true;
            }
        }

        AdjacentEntriesRule.Check(entries, isRedundant, problems);
    }

    private static IEnumerable<int> CheckCluster(IReadOnlyList<ListEntry> entries, ProblemList problems)
    {
        var conditions = entries.SelectMany(static entry => entry.Pieces).Select(static piece => piece.Condition).Distinct().Count();
        if ((long)conditions * entries.Sum(static entry => entry.Pieces.Count) > PolicyLimits.Comparisons)
        {
            yield break;
        }

        var cluster = new OverlapCluster(entries);
        foreach (var index in cluster.RemoveRedundant())
        {
            Report(entries[index], problems.AreFew ? [.. cluster.CoveringOf(index)] : [], problems);
            yield return index;
        }
    }

    private static void Report(ListEntry redundant, IReadOnlyList<ListEntry> others, ProblemList problems)
    {
        var own = SetOf(redundant);
        if (others.FirstOrDefault(other => other.Pieces.All(piece => own.Contains(piece.Range)) && SetOf(other).Equals(own)) is { } same)
        {
            problems.Add(RuleIds.DuplicateEntry, redundant.Entry, $"The same addresses as {Describe(same)}. Keep one of the two.");
            return;
        }

        var names = string.Join(", ", others.Take(Named).Select(Describe));
        var more = others.Count > Named ? $" and {others.Count - Named} more" : "";
        problems.Add(RuleIds.RedundantEntry, redundant.Entry, $"Inside {(names.Length == 0 ? "other entries of this list" : names)}{more}, for at least as long. Remove it, or narrow the others.");
    }

    private static IpRangeSet SetOf(ListEntry entry) => IpRangeSet.Of(entry.Pieces.Select(static piece => piece.Range));

    private static string Describe(ListEntry entry) => $"{entry.Entry.Text} in line {entry.Entry.Range.Line + 1}";
}
