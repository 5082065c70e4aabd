using PolicySdk.Addresses;
using PolicySdk.Expectations;
using PolicySdk.Policies;

namespace PolicySdk.Cli.Explaining;

/// <summary>Why one caller is let in by one policy, or is not.</summary>
/// <param name="Client">The client, or null for callers without one.</param>
/// <param name="IsAllowed">Whether the policy lets it in.</param>
/// <param name="Decider">The entry that decides, allowing or blocking; null where none covers the address.</param>
/// <param name="LastDay">The last day on which it is so; null where nothing ends it.</param>
/// <param name="Nearest">What lies nearest, of an address that no entry lets in.</param>
/// <param name="Reason">Why it is refused; null where it is not.</param>
internal sealed record Explanation(string? Client, bool IsAllowed, EntryRow? Decider, CalendarDate? LastDay, IReadOnlyList<EntryRow> Nearest, string? Reason)
{
    internal static Explanation Of(EnforcedSets sets, IpAddressValue address, string? client, Moment moment)
    {
        var callers = sets.CallersOf(client);
        var isAllowed = LetsIn(sets, address, callers, moment);
        var block = sets.Blocking(address, moment);
        IReadOnlyList<EntryRow> nearest = isAllowed ? [] : [.. NearestEntries.Find(sets, address, client)];
        var lastDay = sets.ChangingDays.Where(day => day.CompareTo(moment.Day!.Value) > 0).Distinct().Order()
            .Where(day => LetsIn(sets, address, callers, moment with { Day = day }) != isAllowed)
            .Select(static day => day.Previous())
            .FirstOrDefault();
        return isAllowed ? new(client, true, sets.Allowing(address, callers, moment), lastDay, [], null)
            : new(client, false, block, lastDay, block is null ? nearest : [], block is null ? ReasonOf(nearest, sets, address, client, moment) : null);
    }

    // One that covers the address, and counts at another time or place, is nearest; without a client it may be a client's.
    private static string ReasonOf(IReadOnlyList<EntryRow> nearest, EnforcedSets sets, IpAddressValue address, string? client, Moment moment) =>
        nearest is [var row, ..] && (row.ClientId is null || row.ClientId == client) && IpEntryText.TryParse(row.Text, out var range, out _) && range.Contains(address)
            ? $"{ClaimTexts.Describe(row)} counts only {ClaimTexts.LimitOf(row)}"
            : ClaimTexts.Refused(sets, address, sets.CallersOf(client), moment);

    private static bool LetsIn(EnforcedSets sets, IpAddressValue address, Callers callers, Moment moment) =>
        sets.Blocking(address, moment) is null && sets.Allowing(address, callers, moment) is not null;
}
