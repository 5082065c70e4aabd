using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Expectations;
using PolicySdk.Policies;
using PolicySdk.Testing.Sources;

namespace PolicySdk.Testing.Mutations;

/// <summary>Finds the claim that holds for a policy and would not for a mutant of it.</summary>
internal static class ClaimSuggestion
{
    /// <summary>The claim as a policy file has it; null where no claim about one address tells the two apart.</summary>
    internal static string? Find(TestedPolicy policy, TestedPolicy mutated, PolicyDifference difference, string environment)
    {
        // The shortest one first: without a day it is claimed of every day.
        CalendarDate?[] days = [null, Written(difference.Day, policy.Sets.ChangingDays.Concat(mutated.Sets.ChangingDays))];
        foreach (var day in days)
        {
            var claim = ClaimOf(difference, day, environment);
            if (policy.Refute(claim) is null && mutated.Refute(claim) is not null)
            {
                return Write(claim);
            }
        }

        return null;
    }

    private static Expectation ClaimOf(PolicyDifference difference, CalendarDate? day, string environment) => new(
        difference.IsGained ? ExpectationKind.Deny : ExpectationKind.Allow,
        default,
        new[] { new AddressTarget(default, new IpRange(difference.Address, difference.Address), null) }.ToEquatableArray(),
        0,
        IpAddressFamily.IPv4,
        null,
        difference.Client,
        default,
        day,
        environment);

    // Before the first change every day is like another: the last of them is one that a person would write.
    private static CalendarDate Written(CalendarDate day, IEnumerable<CalendarDate> changes) =>
        day == PolicyComparison.FirstDay ? changes.DefaultIfEmpty(day).Min().Previous() ?? day : day;

    private static string Write(Expectation claim)
    {
        var address = claim.Targets[0].Text;
        return ClaimTexts.Write(
            claim.Kind == ExpectationKind.Deny ? Keys.Deny : Keys.Allow,
            address.Contains(':', StringComparison.Ordinal) ? $"\"{address}\"" : address,
            claim.Client,
            claim.On,
            claim.Environment == Expectation.DefaultEnvironment ? null : claim.Environment);
    }
}
