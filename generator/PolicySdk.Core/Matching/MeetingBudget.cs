using PolicySdk.Policies;

namespace PolicySdk.Matching;

/// <summary>
/// What compiling one policy may cost. A small file can make entries, exceptions and conditions meet each other quadratically often;
/// once the budget is spent the work stops, its result is worthless, and the policy is an error.
/// </summary>
internal sealed class MeetingBudget(long meetings = PolicyLimits.Meetings)
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
