using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Validation;

namespace PolicySdk.Policies;

/// <summary>Limits that policies and networks can't loosen. What is null, or empty, is not limited.</summary>
/// <param name="WidestIPv4">The length of the widest IPv4 prefix.</param>
/// <param name="WidestIPv6">The length of the widest IPv6 prefix.</param>
/// <param name="Required">The fields that each entry needs.</param>
/// <param name="TicketPattern">What a ticket must match.</param>
/// <param name="WarnDays">How many days before its end an entry is told to expire soon.</param>
/// <param name="LongestDays">How many days from now, or from its start, an entry may count.</param>
/// <param name="ReviewDays">How many days after its last review an entry is to be reviewed again.</param>
/// <param name="Never">The addresses that no list may let in.</param>
/// <param name="LongestWaiverDays">How many days from now a waiver may last.</param>
/// <param name="LongestReportDays">How many days from now a policy may only report.</param>
/// <param name="UnprotectedEndpoints">How much an endpoint without a policy weighs; for the rules on endpoints.</param>
/// <param name="Severities">The severities that are changed.</param>
/// <param name="IsBroken">Whether the file has an error: nobody can tell its limits, so every policy refuses everybody.</param>
internal sealed record Guardrails(
    int? WidestIPv4,
    int? WidestIPv6,
    EquatableArray<string> Required,
    TicketPattern? TicketPattern,
    int? WarnDays,
    int? LongestDays,
    int? ReviewDays,
    EquatableArray<IpRange> Never,
    int? LongestWaiverDays,
    int? LongestReportDays,
    ProblemSeverity? UnprotectedEndpoints,
    RuleSeverities Severities,
    bool IsBroken)
{
    internal static readonly Guardrails None = new(null, null, [], null, null, null, null, [], null, null, null, RuleSeverities.Default, IsBroken: false);

    internal static readonly Guardrails Broken = None with { IsBroken = true };

    internal int? Widest(IpAddressFamily family) => family == IpAddressFamily.IPv4 ? WidestIPv4 : WidestIPv6;
}
