using PolicySdk.Addresses;
using PolicySdk.Policies;

namespace PolicySdk.Expectations;

/// <summary>What a failed claim says: what was claimed, an address that contradicts it, and what decided there.</summary>
internal static class ClaimTexts
{
    /// <summary>Of an address that should be refused: which entry lets it in.</summary>
    internal static string Allowed(EnforcedSets sets, IpAddressValue address, Callers callers, Moment moment)
    {
        var entry = sets.Allowing(address, callers, moment) is { } row ? $" by {Describe(row)}" : "";
        var block = sets.Blocking(address, moment with { Day = null, IsCertain = false }) is { } blocking ? $"; {Describe(blocking)} blocks it only {LimitOf(blocking)}" : "";
        return $"{address} is let in{entry}{block}";
    }

    /// <summary>Of an address that should be let in: what refuses it.</summary>
    internal static string Refused(EnforcedSets sets, IpAddressValue address, Callers callers, Moment moment)
    {
        if (sets.Blocking(address, moment.Opposite) is { } block)
        {
            return $"{address} is blocked by {Describe(block)}";
        }

        var sometimes = moment with { Day = null, IsCertain = false };
        var anyone = new Callers(null, IsAnyone: true);
        return sets.Allowing(address, callers, sometimes) is { } row ? $"{address} is let in by {Describe(row)} only {LimitOf(row)}"
            : sets.Allowing(address, anyone, sometimes) is { } other ? $"{address} is let in only for the client '{other.ClientId}', by {Describe(other)}"
            : $"no entry covers {address}";
    }

    /// <summary>An entry with its place.</summary>
    internal static string Describe(EntryRow row) => $"{row.Text}{(row.ClientId is null ? "" : $" of the client '{row.ClientId}'")} ({row.File}:{row.Line})";

    /// <summary>The day and the environment of a claim, where it names them.</summary>
    internal static string When(Expectation claim) =>
        (claim.On is { } day ? $" on {day}" : "") + (claim.Environment == Expectation.DefaultEnvironment ? "" : $" in {claim.Environment}");

    internal static string For(Expectation claim, string others) => claim.Client is null ? others : $" for the client '{claim.Client}'";

    /// <summary>A claim as a policy file has it, its address quoted already where it must be.</summary>
    internal static string Write(string kind, string target, string? client, CalendarDate? on, string? environment)
    {
        string?[] parts =
        [
            $"{kind}: {target}",
            client is null ? null : $"{Keys.Client}: {client}",
            on is null ? null : $"{Keys.On}: {on}",
            environment is null ? null : $"{Keys.In}: {environment}",
        ];
        return $"{{{string.Join(", ", parts.Where(static part => part is not null))}}}";
    }

    /// <summary>When and where an entry counts, that does not always.</summary>
    internal static string LimitOf(EntryRow row)
    {
        string?[] limits =
        [
            row.From is { } from ? $"from {from}" : null,
            row.Expires is { } expires ? $"until {expires}" : null,
            row.OnlyIn.Count > 0 ? $"in {string.Join(", ", row.OnlyIn)}" : null,
        ];
        var text = string.Join(" ", limits.Where(static limit => limit is not null));
        return text.Length > 0 ? text : "while its exceptions do not count";
    }
}
