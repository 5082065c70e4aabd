using PolicySdk.Addresses;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Validation.Redundancy;

/// <summary>PSDK2011 as a remark: entries that stand side by side and say the same of themselves, so that one entry could stand for them.</summary>
internal static class AdjacentEntriesRule
{
    internal static void Check(IEnumerable<ListEntry> entries, ProblemList problems)
    {
        var plain = entries.Select(static entry => entry.Entry).Where(static entry => entry is { Addresses: not null, Except.Count: 0, Off: null, Waivers.Count: 0 }).ToArray();
        var order = RangeOrder.Of([.. plain.Select(static entry => entry.Addresses!.Value)]);
        for (var start = 0; start < plain.Length;)
        {
            var end = start + 1;
            while (end < plain.Length && Continues(plain[order[end - 1]], plain[order[end]]))
            {
                end++;
            }

            var whole = new IpRange(plain[order[start]].Addresses!.Value.First, plain[order[end - 1]].Addresses!.Value.Last);
            if (end - start > 1 && !whole.IsWholeFamily)
            {
                problems.Add(RuleIds.RedundantEntry, plain[order[start]], $"{end - start} entries that say the same of themselves are one together: {whole}. Write that.", ProblemSeverity.Info);
            }

            start = end;
        }
    }

    private static bool Continues(PolicyEntry before, PolicyEntry after) =>
        before.Addresses!.Value.Last.TryNext(out var next) && next == after.Addresses!.Value.First && ((before.IsBare && after.IsBare) || Facts(before).Equals(Facts(after)));

    private static object Facts(PolicyEntry entry) => (entry.Note, entry.Owner, entry.Ticket, entry.From, entry.Expires, entry.Reviewed, entry.OnlyIn);
}
