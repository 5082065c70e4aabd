using PolicySdk.Collections;
using PolicySdk.Policies;

namespace PolicySdk.Matching;

/// <summary>When and where an entry counts.</summary>
/// <param name="From">The first day, or null.</param>
/// <param name="Expires">The last day, or null.</param>
/// <param name="OnlyIn">The environments; empty means all.</param>
/// <param name="Unless">It does not count while any of these holds: the exceptions that cover the address.</param>
internal sealed record EntryCondition(CalendarDate? From, CalendarDate? Expires, EquatableArray<string> OnlyIn, EquatableArray<EntryCondition> Unless)
{
    internal static readonly EntryCondition Always = new(null, null, [], []);

    internal bool IsAlways => From is null && OnlyIn.Count == 0 && Unless.Count == 0 && Expires is null;

    /// <summary>Whether only its last day limits it.</summary>
    internal bool IsUntil => From is null && OnlyIn.Count == 0 && Unless.Count == 0;

    /// <summary>How many conditions it is made of.</summary>
    internal int Weight => 1 + Unless.Sum(static exception => exception.Weight);

    internal static EntryCondition Of(PolicyEntry entry) => new(entry.From, entry.Expires, entry.OnlyIn, []);

    /// <summary>Both conditions at once; null where they never hold together.</summary>
    internal EntryCondition? And(EntryCondition other)
    {
        var from = Later(From, other.From);
        var expires = Earlier(Expires, other.Expires);
        var onlyIn = OnlyIn.Count == 0 ? other.OnlyIn
            : other.OnlyIn.Count == 0 ? OnlyIn
            : OnlyIn.Intersect(other.OnlyIn, StringComparer.OrdinalIgnoreCase).ToEquatableArray();
        var isNever = (from is { } first && expires is { } last && first.CompareTo(last) > 0)
            || (onlyIn.Count == 0 && OnlyIn.Count > 0 && other.OnlyIn.Count > 0);
        return isNever ? null : new(from, expires, onlyIn, Unless.Concat(other.Unless).Distinct().ToEquatableArray());
    }

    internal EntryCondition ButNot(IEnumerable<EntryCondition> exceptions) =>
        this with { Unless = Unless.Concat(exceptions).Distinct().ToEquatableArray() };

    /// <summary>Whether it holds on a day in an environment: the reference for generated code.</summary>
    internal bool Holds(CalendarDate day, string environment) =>
        (From is not { } from || from.CompareTo(day) <= 0)
        && (Expires is not { } expires || day.CompareTo(expires) <= 0)
        && (OnlyIn.Count == 0 || OnlyIn.Contains(environment, StringComparer.OrdinalIgnoreCase))
        && !Unless.Any(exception => exception.Holds(day, environment));

    /// <summary>Orders by last day, the longest first.</summary>
    internal static int CompareEnds(EntryCondition left, EntryCondition right) =>
        (left.Expires, right.Expires) switch
        {
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            ({ } a, { } b) => b.CompareTo(a),
        };

    private static CalendarDate? Later(CalendarDate? left, CalendarDate? right) =>
        left is not { } a ? right : right is not { } b ? left : a.CompareTo(b) > 0 ? a : b;

    private static CalendarDate? Earlier(CalendarDate? left, CalendarDate? right) =>
        left is not { } a ? right : right is not { } b ? left : a.CompareTo(b) < 0 ? a : b;
}
