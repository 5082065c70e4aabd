using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Policies;

namespace PolicySdk.Matching;

/// <summary>Answers from a plan what generated code must answer: the oracle of its tests, and the voice of tools that have no compiler.</summary>
internal static class MatchPlanInterpreter
{
    /// <summary>The code of a list for an address: an entry's index, none, or a choice.</summary>
    internal static int Match(MatchList list, IpAddressValue address)
    {
        var segments = list.Of(address.Family);
        var (low, high) = (0, segments.Count);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = segments[middle].First <= address ? (middle, high) : (low, middle);
        }

        return segments[low].Code;
    }

    /// <summary>The entry that decides on a day in an environment, or null.</summary>
    internal static int? Resolve(EquatableArray<MatchChoice> choices, int code, CalendarDate day, string environment)
    {
        if (!MatchCode.IsChoice(code, out var choice))
        {
            return code == MatchCode.None ? null : code;
        }

        foreach (var candidate in choices[choice].Candidates)
        {
            if (candidate.Condition.Holds(day, environment))
            {
                return candidate.Entry;
            }
        }

        return null;
    }

    /// <summary>Whether a caller is allowed.</summary>
    /// <param name="plan">The policy.</param>
    /// <param name="address">The caller's address, IPv4-mapped IPv6 already turned into IPv4.</param>
    /// <param name="client">The index of the client, or null where none is known.</param>
    /// <param name="day">The day, UTC.</param>
    /// <param name="environment">The host environment.</param>
    internal static bool IsAllowed(MatchPlan plan, IpAddressValue address, int? client, CalendarDate day, string environment) =>
        Resolve(plan.Choices, Match(plan.Block, address), day, environment) is null
        && (Resolve(plan.Choices, Match(plan.Allow, address), day, environment) is not null
            || (client is { } index && Resolve(plan.Choices, Match(plan.Clients[index], address), day, environment) is not null));
}
