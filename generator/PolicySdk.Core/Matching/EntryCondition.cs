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

    /// <summary>When an entry counts. Only one that lets callers in ends with its waiver; an exception or a block that did so would open the door.</summary>
    internal static EntryCondition Of(PolicyEntry entry, bool letsIn) =>
        entry is { From: null, Expires: null, OnlyIn.Count: 0, Waivers.Count: 0 } ? Always : new(entry.From, letsIn ? entry.LastDay : entry.Expires, entry.OnlyIn, []);

    /// <summary>Both conditions at once; null where they never hold together.</summary>
    internal EntryCondition? And(EntryCondition other)
    {
        if (ReferenceEquals(this, Always) || ReferenceEquals(other, Always))
        {
            return ReferenceEquals(this, Always) ? other : IsNever ? null : this;
        }

        var from = Later(From, other.From);
        var expires = Earlier(Expires, other.Expires);
        var onlyIn = OnlyIn.Count == 0 ? other.OnlyIn
            : other.OnlyIn.Count == 0 ? OnlyIn
            : OnlyIn.Intersect(other.OnlyIn, StringComparer.OrdinalIgnoreCase).ToEquatableArray();
        var both = new EntryCondition(from, expires, onlyIn, Unless.Concat(other.Unless).Distinct().ToEquatableArray());
        return both.IsNever || (onlyIn.Count == 0 && OnlyIn.Count > 0 && other.OnlyIn.Count > 0) ? null : both;
    }

    internal EntryCondition ButNot(IEnumerable<EntryCondition> exceptions) =>
        this with { Unless = Unless.Concat(exceptions).Distinct().ToEquatableArray() };

    /// <summary>Whether it holds on a day in an environment: the reference for generated code.</summary>
    internal bool Holds(CalendarDate day, string environment) =>
        (From is not { } from || from.CompareTo(day) <= 0)
        && (Expires is not { } expires || day.CompareTo(expires) <= 0)
        && IsFor(environment)
        && !Unless.Any(exception => exception.Holds(day, environment));

    /// <summary>Whether there is a day on which it holds in an environment, as far as its exceptions do not always hold.</summary>
    internal bool MayHold(string environment) => IsFor(environment) && !Unless.Any(exception => exception.MustHold(environment));

    /// <summary>Whether it holds on every day in an environment.</summary>
    internal bool MustHold(string environment) =>
        From is null && Expires is null && IsFor(environment) && !Unless.Any(exception => exception.MayHold(environment));

    /// <summary>Whether it holds whenever another does: it starts no later, ends no earlier, and knows no more exceptions.</summary>
    internal bool Includes(EntryCondition other) =>
        (From is not { } from || (other.From is { } start && from.CompareTo(start) <= 0))
        && (Expires is not { } expires || (other.Expires is { } end && expires.CompareTo(end) >= 0))
        && (OnlyIn.Count == 0 || (other.OnlyIn.Count > 0 && other.OnlyIn.All(IsFor)))
        && Unless.All(exception => other.Unless.Any(wider => wider.Includes(exception)));

    /// <summary>Orders by last day, the longest first.</summary>
    internal static int CompareEnds(EntryCondition left, EntryCondition right) =>
        (left.Expires, right.Expires) switch
        {
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            ({ } a, { } b) => b.CompareTo(a),
        };

    /// <summary>The days on which it begins or ceases to hold, or one of its exceptions does.</summary>
    internal IEnumerable<CalendarDate> ChangingDays
    {
        get
        {
            CalendarDate?[] own = [From, Expires?.Next()];
            return own.OfType<CalendarDate>().Concat(Unless.SelectMany(static exception => exception.ChangingDays));
        }
    }

    private bool IsNever => From is { } from && Expires is { } expires && from.CompareTo(expires) > 0;

    private bool IsFor(string environment) => OnlyIn.Count == 0 || OnlyIn.Contains(environment, StringComparer.OrdinalIgnoreCase);

    private static CalendarDate? Later(CalendarDate? left, CalendarDate? right) =>
        left is not { } a ? right : right is not { } b ? left : a.CompareTo(b) > 0 ? a : b;

    private static CalendarDate? Earlier(CalendarDate? left, CalendarDate? right) =>
        left is not { } a ? right : right is not { } b ? left : a.CompareTo(b) < 0 ? a : b;
}
