using PolicySdk.Policies;

namespace PolicySdk.Expectations;

/// <summary>Compares two policies exactly, on sets of addresses.</summary>
internal static class PolicyComparison
{
    /// <summary>Before every date that a person writes: what is so until anything changes.</summary>
    internal static readonly CalendarDate FirstDay = new(1, 1, 1);

    /// <summary>Why a claim that compares two policies does not hold, or null.</summary>
    internal static Refutation? Refute(EnforcedSets own, EnforcedSets other, Expectation claim) =>
        claim.Kind == ExpectationKind.SameAs ? RefuteSame(own, other, claim) : RefuteDisjoint(own, other, claim);

    /// <summary>Whether comparing them on all days and for all clients costs more than it may.</summary>
    internal static bool IsTooMuch(EnforcedSets own, EnforcedSets other, Expectation claim) =>
        (long)Days(own, other, claim).Count * Clients(own, other, claim).Count * (own.Size + other.Size) > PolicyLimits.Meetings;

    /// <summary>Where they differ on the days, for the clients and in the environment of a claim; null where nowhere.</summary>
    internal static PolicyDifference? FindDifference(EnforcedSets own, EnforcedSets other, Expectation claim)
    {
        var clients = Clients(own, other, claim);
        foreach (var day in Days(own, other, claim))
        {
            foreach (var client in clients)
            {
                if (Difference(own, other, client, new(day, claim.Environment, IsCertain: false)) is { } difference)
                {
                    return difference;
                }
            }
        }

        return null;
    }

    private static Refutation? RefuteDisjoint(EnforcedSets own, EnforcedSets other, Expectation claim)
    {
        var moment = new Moment(claim.On, claim.Environment, IsCertain: false);
        var (callers, others) = (CallersOf(own, claim), CallersOf(other, claim));
        var both = own.Allowed(callers, moment).Intersect(other.Allowed(others, moment));
        return both.IsEmpty ? null : new(
            $"no address is allowed here and by '{claim.Policy}'{ClaimTexts.For(claim, "")}{ClaimTexts.When(claim)}",
            $"{ClaimTexts.Allowed(own, both[0].First, callers, moment)}, and there by {Describe(other.Allowing(both[0].First, others, moment))}",
            both[0].First);
    }

    private static Refutation? RefuteSame(EnforcedSets own, EnforcedSets other, Expectation claim)
    {
        if (IsTooMuch(own, other, claim))
        {
            return new(null, "The two policies have too many days and clients to be compared at once. Name a day with 'on', or a client with 'client'.", null);
        }

        if (FindDifference(own, other, claim) is not { } found)
        {
            return null;
        }

        var who = found.Client is null ? "" : $"for the client '{found.Client}' ";
        var when = claim.On is null && found.Day == FirstDay ? "" : $"on {found.Day} ";
        return new($"the same as '{claim.Policy}'", $"{who}{when}{found.Address} is let in {(found.IsGained ? "here" : "there")} alone, by {Describe(found.Decider)}", found.Address);
    }

    private static PolicyDifference? Difference(EnforcedSets own, EnforcedSets other, string? client, Moment moment)
    {
        var (callers, others) = (own.CallersOf(client), other.CallersOf(client));
        var (gained, lost) = other.Allowed(others, moment).Difference(own.Allowed(callers, moment));
        return !gained.IsEmpty ? new(gained[0].First, client, moment.Day!.Value, IsGained: true, own.Allowing(gained[0].First, callers, moment))
            : !lost.IsEmpty ? new(lost[0].First, client, moment.Day!.Value, IsGained: false, other.Allowing(lost[0].First, others, moment))
            : null;
    }

    private static Callers CallersOf(EnforcedSets sets, Expectation claim) =>
        claim.Client is null ? new(null, IsAnyone: true) : sets.CallersOf(claim.Client);

    private static string Describe(EntryRow? row) => row is null ? "an entry" : ClaimTexts.Describe(row);

    private static IReadOnlyList<string?> Clients(EnforcedSets own, EnforcedSets other, Expectation claim) =>
        claim.Client is not null ? [claim.Client] : [null, .. ClientsOf(own).Concat(ClientsOf(other)).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> ClientsOf(EnforcedSets sets) => sets.Policy.Document.Clients.Select(static client => client.Id);

    private static List<CalendarDate> Days(EnforcedSets own, EnforcedSets other, Expectation claim) =>
        claim.On is { } on ? [on] : own.ChangingDays.Concat(other.ChangingDays).Append(FirstDay).Distinct().OrderBy(static day => day).ToList();
}
