using PolicySdk.Addresses;
using PolicySdk.Policies;

namespace PolicySdk.Matching;

/// <summary>
/// What is subtracted from an entry: a set for good, and parts that are subtracted only while a condition holds. A cut that is added to
/// another keeps it as it is: networks share the cut of who uses them.
/// </summary>
internal sealed class Cut
{
    internal static readonly Cut Nothing = new(null, IpRangeSet.Empty, []);

    private readonly Cut? _before;
    private readonly IpRangeSet _remaining;
    private readonly IReadOnlyList<(IpRange Range, EntryCondition Condition)> _sometimes;

    private Cut(Cut? before, IpRangeSet remaining, IReadOnlyList<(IpRange Range, EntryCondition Condition)> sometimes)
    {
        _before = before;
        _remaining = remaining;
        _sometimes = sometimes;
    }

    internal static Cut Of(IEnumerable<(IpRange Range, EntryCondition Condition)> parts)
    {
        var all = parts.ToList();
        var always = IpRangeSet.Of(all.Where(static part => part.Condition.IsAlways).Select(static part => part.Range));
        return new(null, always.Complement(), all.FindAll(static part => !part.Condition.IsAlways));
    }

    /// <summary>This cut, then another that was just made.</summary>
    internal Cut And(Cut other) =>
        ReferenceEquals(this, Nothing) ? other
        : ReferenceEquals(other, Nothing) ? this
        : new(this, other._remaining, other._sometimes);

    /// <summary>What remains of a range, in order, with what is left of its condition; ends early once the budget is spent.</summary>
    internal IEnumerable<(IpRange Range, EntryCondition Condition)> Apply(IpRange range, EntryCondition condition, WorkBudget budget) =>
        ReferenceEquals(this, Nothing) ? [(range, condition)]
        : _before is null ? ApplyOwn(range, condition, budget)
        : _before.Apply(range, condition, budget).SelectMany(part => ApplyOwn(part.Range, part.Condition, budget));

    private IEnumerable<(IpRange Range, EntryCondition Condition)> ApplyOwn(IpRange range, EntryCondition condition, WorkBudget budget) =>
        _remaining.Within(range).TakeWhile(_ => budget.TrySpend(PolicyLimits.MeetingsOfKept + _sometimes.Count)).SelectMany(part => ApplySometimes(part, condition, budget));

    private IEnumerable<(IpRange Range, EntryCondition Condition)> ApplySometimes(IpRange range, EntryCondition condition, WorkBudget budget)
    {
        if (_sometimes.Count == 0)
        {
            return [(range, condition)];
        }

        var cuts = _sometimes.Where(cut => cut.Range.Overlaps(range)).ToList();
        var weight = cuts.Sum(static cut => (long)cut.Condition.Weight);
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
            .TakeWhile(_ => budget.TrySpend(PolicyLimits.MeetingsOfKept + weight))
            .Select(part => (Range: part, Condition: condition.ButNot(cuts.Where(cut => cut.Range.Contains(part)).Select(static cut => cut.Condition))))
            .TakeWhile(part => part.Condition.Weight <= PolicyLimits.ConditionsOfPart || budget.TrySpend(PolicyLimits.Meetings));
    }
}
