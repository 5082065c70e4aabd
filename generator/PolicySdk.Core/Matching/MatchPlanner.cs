using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Policies;

namespace PolicySdk.Matching;

/// <summary>Turns pieces that may overlap into segments that do not, each with the entry that decides there.</summary>
internal sealed class MatchPlanner
{
    private readonly WorkBudget _budget;
    private readonly List<MatchChoice> _choices = [];
    private readonly Dictionary<MatchChoice, int> _choiceIndexes = [];

    private MatchPlanner(WorkBudget budget) => _budget = budget;

    internal static MatchPlan Plan(IReadOnlyList<MatchPiece> block, IReadOnlyList<MatchPiece> allow, IReadOnlyList<IReadOnlyList<MatchPiece>> clients) =>
        Plan(block, allow, clients, new());

    /// <summary>Plans within a budget; once that is spent the plan is of no use.</summary>
    internal static MatchPlan Plan(
        IReadOnlyList<MatchPiece> block, IReadOnlyList<MatchPiece> allow, IReadOnlyList<IReadOnlyList<MatchPiece>> clients, WorkBudget budget)
    {
        if (budget.IsSpent)
        {
            return MatchPlan.Nobody;
        }

        var planner = new MatchPlanner(budget);
        var allowList = planner.PlanList(allow);
        return new(
            planner.PlanList(block),
            allowList,
            clients.Count == 0 ? allowList : PlanAnyone(allow.Concat(clients.SelectMany(static client => client))),
            clients.Select(planner.PlanList).ToEquatableArray(),
            planner._choices.ToEquatableArray());
    }

    private static MatchList PlanAnyone(IEnumerable<MatchPiece> pieces)
    {
        var union = IpRangeSet.Of(pieces.Select(static piece => piece.Range));
        var parts = union.Select(static range => new MatchPiece(range, 0, range, EntryCondition.Always)).ToList();
        return new MatchPlanner(new()).PlanList(parts);
    }

    private MatchList PlanList(IReadOnlyList<MatchPiece> pieces) => new(PlanFamily(pieces, IpAddressFamily.IPv4), PlanFamily(pieces, IpAddressFamily.IPv6));

    private EquatableArray<MatchSegment> PlanFamily(IReadOnlyList<MatchPiece> pieces, IpAddressFamily family)
    {
        var own = pieces.Where(piece => piece.Range.Family == family).ToList();
        return own.TrueForAll(static piece => piece.Condition.IsAlways) && TryPlanDisjoint(own, family, out var segments) ? segments : PlanOverlapping(own, family);
    }

    // Most long lists: nothing has to be ranked where no two pieces meet.
    private static bool TryPlanDisjoint(List<MatchPiece> pieces, IpAddressFamily family, out EquatableArray<MatchSegment> segments)
    {
        segments = [];
        var planned = new List<MatchSegment>((2 * pieces.Count) + 1) { new(IpAddressValue.Min(family), MatchCode.None) };
        var last = default(IpAddressValue?);
        foreach (var index in RangeOrder.Of(pieces.ConvertAll(static piece => piece.Range).ToArray()))
        {
            var range = pieces[index].Range;
            if (last is { } before && range.First <= before)
            {
                return false;
            }

            last = range.Last;
            Append(planned, range.First, pieces[index].Entry);
            if (range.Last.TryNext(out var afterEnd))
            {
                Append(planned, afterEnd, MatchCode.None);
            }
        }

        segments = planned.ToEquatableArray();
        return true;
    }

    private EquatableArray<MatchSegment> PlanOverlapping(List<MatchPiece> pieces, IpAddressFamily family)
    {
        var open = new OpenPieces(pieces);
        var ranges = open.Ranked.Select(static piece => piece.Range).ToList();
        var starts = Enumerable.Range(0, ranges.Count).OrderBy(rank => ranges[rank].First).ToList();
        var ends = Enumerable.Range(0, ranges.Count).OrderBy(rank => ranges[rank].Last).ToList();
        var segments = new List<MatchSegment> { new(IpAddressValue.Min(family), MatchCode.None) };
        for (int opened = 0, closed = 0; closed < ends.Count && !_budget.IsSpent;)
        {
            var hasNext = ranges[ends[closed]].Last.TryNext(out var afterEnd);
            var isStart = opened < starts.Count && (!hasNext || ranges[starts[opened]].First <= afterEnd);
            if (!isStart && !hasNext)
            {
                break;
            }

            var position = isStart ? ranges[starts[opened]].First : afterEnd;
            for (; closed < ends.Count && ranges[ends[closed]].Last < position; closed++)
            {
                open.Remove(ends[closed]);
            }

            for (; opened < starts.Count && ranges[starts[opened]].First == position; opened++)
            {
                open.Add(starts[opened]);
            }

            Append(segments, position, CodeOf(open.Decide(_budget)));
        }

        return segments.ToEquatableArray();
    }

    private static void Append(List<MatchSegment> segments, IpAddressValue first, int code)
    {
        if (segments[^1].First == first)
        {
            segments.RemoveAt(segments.Count - 1);
        }

        if (segments.Count == 0 || segments[^1].Code != code)
        {
            segments.Add(new(first, code));
        }
    }

    private int CodeOf(IReadOnlyList<MatchCandidate> candidates)
    {
        if (candidates.Count == 0)
        {
            return MatchCode.None;
        }

        if (candidates[0].Condition.IsAlways)
        {
            return candidates[0].Entry;
        }

        var choice = new MatchChoice(candidates.ToEquatableArray());
        if (!_choiceIndexes.TryGetValue(choice, out var index))
        {
            _budget.TrySpend(PolicyLimits.MeetingsOfKept * (long)candidates.Count);
            index = _choices.Count;
            _choices.Add(choice);
            _choiceIndexes.Add(choice, index);
        }

        return MatchCode.OfChoice(index);
    }
}
