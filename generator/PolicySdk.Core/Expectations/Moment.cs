using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Expectations;

/// <summary>When a claim speaks of.</summary>
/// <param name="Day">The day, or null for every day.</param>
/// <param name="Environment">The host environment.</param>
/// <param name="IsCertain">Without a day: whether only what holds on every day counts; otherwise what holds on any day does.</param>
internal readonly record struct Moment(CalendarDate? Day, string Environment, bool IsCertain)
{
    internal bool Counts(EntryCondition condition) =>
        Day is { } day ? condition.Holds(day, Environment) : IsCertain ? condition.MustHold(Environment) : condition.MayHold(Environment);

    /// <summary>The moment for what is taken away: what may be blocked is not certainly allowed.</summary>
    internal Moment Opposite => this with { IsCertain = !IsCertain };
}
