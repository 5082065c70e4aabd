using PolicySdk.Policies;

namespace PolicySdk.Cli.Differences;

/// <summary>What a change does to one policy.</summary>
/// <param name="Name">The name of the policy.</param>
/// <param name="Before">The policy before; null where it was not there.</param>
/// <param name="After">The policy afterwards; null where it is not there any more.</param>
/// <param name="Callers">What it means for callers, from today on.</param>
internal sealed record PolicyChange(string Name, PolicyState? Before, PolicyState? After, IReadOnlyList<CallerChange> Callers)
{
    internal bool Gains => Callers.Any(static caller => caller.Changes.Any(static change => !change.Gained.IsEmpty)) || ReportsLonger(After, Before);

    internal bool Loses => Callers.Any(static caller => caller.Changes.Any(static change => !change.Lost.IsEmpty)) || ReportsLonger(Before, After);

    /// <summary>Whether there is nothing to tell.</summary>
    internal bool IsSame => !Gains && !Loses && Before?.IsValid == After?.IsValid;

    /// <summary>The change in a few words.</summary>
    internal string Verdict => (Gains, Loses) switch
    {
        (true, true) => "widens and narrows",
        (true, false) => "widens",
        (false, true) => "narrows",
        _ => "same decisions",
    };

    // While a policy only reports, it keeps nobody out.
    private static bool ReportsLonger(PolicyState? one, PolicyState? other) =>
        one?.ReportUntil is { } last && (other?.ReportUntil is not { } end || last.CompareTo(end) > 0);
}

/// <summary>A policy on one side of a change.</summary>
/// <param name="Path">Its file.</param>
/// <param name="IsValid">Whether it compiles; one that does not refuses everybody.</param>
/// <param name="ReportUntil">The last day on which it only reports, if that is still to come.</param>
internal sealed record PolicyState(string Path, bool IsValid, CalendarDate? ReportUntil);
