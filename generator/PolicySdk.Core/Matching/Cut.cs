using PolicySdk.Addresses;

namespace PolicySdk.Matching;

/// <summary>What is subtracted from an entry: a set for good, and parts that are subtracted only while a condition holds.</summary>
internal sealed class Cut
{
    internal static readonly Cut Nothing = new(IpRangeSet.Empty, []);

    private readonly IpRangeSet _always;
    private readonly IpRangeSet _remaining;
    private readonly IReadOnlyList<(IpRange Range, EntryCondition Condition)> _sometimes;

    private Cut(IpRangeSet always, IReadOnlyList<(IpRange Range, EntryCondition Condition)> sometimes)
    {
        _always = always;
        _remaining = always.Complement();
        _sometimes = sometimes;
    }

    internal static Cut Of(IEnumerable<(IpRange Range, EntryCondition Condition)> parts)
    {
        var all = parts.ToList();
        return new(
            IpRangeSet.Of(all.Where(static part => part.Condition.IsAlways).Select(static part => part.Range)),
            all.FindAll(static part => !part.Condition.IsAlways));
    }

    internal Cut And(Cut other) =>
        ReferenceEquals(this, Nothing) ? other
        : ReferenceEquals(other, Nothing) ? this
        : new(_always.Union(other._always), [.. _sometimes, .. other._sometimes]);

    /// <summary>What remains of a range, in order, with what is left of its condition.</summary>
    internal IEnumerable<(IpRange Range, EntryCondition Condition)> Apply(IpRange range, EntryCondition condition) =>
        _remaining.Within(range).SelectMany(part => ApplySometimes(part, condition));

    private IEnumerable<(IpRange Range, EntryCondition Condition)> ApplySometimes(IpRange range, EntryCondition condition)
    {
        var cuts = _sometimes.Where(cut => cut.Range.Overlaps(range)).ToList();
        var starts = new SortedSet<IpAddressValue> { range.First };
        foreach (var cut in cuts)
        {
            starts.Add(cut.Range.First < range.First ? range.First : cut.Range.First);
            if (cut.Range.Last < range.Last && cut.Range.Last.TryNext(out var after))
            {
                starts.Add(after);
            }
        }

        var ends = starts.Skip(1).Select(static start => start.TryPrevious(out var end) ? end : start).Append(range.Last);
        return starts.Zip(ends, (first, last) => new IpRange(first, last))
            .Select(part => (part, condition.ButNot(cuts.Where(cut => cut.Range.Contains(part)).Select(static cut => cut.Condition))));
    }
}
