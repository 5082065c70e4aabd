using PolicySdk.Addresses;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Validation.Redundancy;

/// <summary>PSDK2011 as a remark: entries that stand side by side and say the same of themselves, so that one entry could stand for them.</summary>
internal static class AdjacentEntriesRule
{
    /// <summary>Checks a list without those of its entries that are redundant.</summary>
    internal static void Check(IReadOnlyList<ListEntry> entries, bool[] isRedundant, ProblemList problems)
    {
        var plain = new List<PolicyEntry>(entries.Count);
        for (var i = 0; i < entries.Count; i++)
        {
            if (!isRedundant[i] && entries[i].Entry is { Addresses: not null, Except.Count: 0, Off: null, Waivers.Count: 0 } entry)
            {
                plain.Add(entry);
            }
        }

        CheckPlain(plain, problems);
    }

    private static void CheckPlain(List<PolicyEntry> plain, ProblemList problems)
    {
        var ranges = new IpRange[plain.Count];
        for (var i = 0; i < ranges.Length; i++)
        {
            ranges[i] = plain[i].Addresses!.Value;
        }

        var order = RangeOrder.Of(ranges);
        for (int start = 0, end; start < order.Length; start = end)
        {
            end = start + 1;
            while (end < order.Length && ranges[order[end - 1]].IsBefore(ranges[order[end]]) && SayTheSame(plain[order[end - 1]], plain[order[end]]))
            {
                end++;
            }

            var whole = new IpRange(ranges[order[start]].First, ranges[order[end - 1]].Last);
            if (end - start > 1 && !whole.IsWholeFamily)
            {
                problems.Add(RuleIds.RedundantEntry, plain[order[start]], $"{end - start} entries that say the same of themselves are one together: {whole}. Write that.", ProblemSeverity.Info);
            }
        }
    }

    private static bool SayTheSame(PolicyEntry before, PolicyEntry after) => (before.IsBare && after.IsBare) || Facts(before).Equals(Facts(after));

    private static object Facts(PolicyEntry entry) => (entry.Note, entry.Owner, entry.Ticket, entry.From, entry.Expires, entry.Reviewed, entry.OnlyIn);
}
