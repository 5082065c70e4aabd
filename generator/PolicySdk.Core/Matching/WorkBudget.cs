using PolicySdk.Policies;

namespace PolicySdk.Matching;

/// <summary>
/// What one piece of work may cost: compiling a policy, deciding claims. A small file can make entries, exceptions, conditions and
/// claims meet each other quadratically often; once the budget is spent the work stops and its result is worthless.
/// </summary>
internal sealed class WorkBudget(long meetings = PolicyLimits.Meetings)
{
    private long _left = meetings;

    internal bool IsSpent => _left < 0;

    /// <summary>Takes so many meetings; false if there are not as many left.</summary>
    internal bool TrySpend(long meetings)
    {
        _left -= IsSpent ? 0 : meetings;
        return !IsSpent;
    }
}
