using System.Numerics;
using PolicySdk.Addresses;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Validation;

/// <summary>PSDK2007 and PSDK3001: what guardrails demand of each entry, whatever the day.</summary>
internal static class GuardrailRules
{
    /// <summary>
    /// Checks that entries with addresses of their own say what they must, and that tickets, wherever they stand, are as required.
    /// Exceptions need none, and a network says what it must where it is defined.
    /// </summary>
    internal static void CheckFields(IReadOnlyCollection<PolicyEntry> entries, string? owner, Guardrails guardrails, ProblemList problems)
    {
        if (guardrails is { Required.Count: 0, TicketPattern: null })
        {
            return;
        }

        foreach (var entry in entries.Where(static entry => entry is { Addresses: not null, Off: null }))
        {
            var missing = guardrails.Required.Where(field => !Has(entry, field, owner)).ToList();
            if (missing.Count > 0)
            {
                problems.Add(RuleIds.MissingField, entry, $"The entry has no {string.Join(" and no ", missing.Select(static field => $"'{field}'"))}, which the guardrails require. Add {(missing.Count == 1 ? "it" : "them")}.");
            }
        }

        foreach (var entry in NetworkGraph.AllEntries(entries))
        {
            CheckTicket(entry, guardrails.TicketPattern, problems);
        }
    }

    /// <summary>Checks that an entry lets in no more than may be let in at once.</summary>
    internal static void CheckWidth(PolicyEntry entry, Guardrails guardrails, ProblemList problems)
    {
        if (entry is { Addresses: { } addresses, Off: null } && guardrails.Widest(addresses.Family) is { } length
            && addresses.Count > BigInteger.One << (addresses.First.Width - length))
        {
            problems.Add(RuleIds.OutsideGuardrails, entry, $"{addresses} is wider than the /{length} that the guardrails allow for {addresses.Family}. Write the networks that call, or have the guardrails changed.");
        }
    }

    /// <summary>Checks that an entry, its exceptions cut away, meets none of the addresses that are never allowed.</summary>
    internal static void CheckNever(ListEntry listed, IpRangeSet never, ProblemList problems)
    {
        // An entry of a network is told where the network is defined.
        if (!never.IsEmpty && listed.Entry.Addresses is not null && listed.Pieces.SelectMany(piece => never.Within(piece.Range)).Select(static range => (IpRange?)range).FirstOrDefault() is { } met)
        {
            problems.Add(RuleIds.OutsideGuardrails, listed.Entry, $"{listed.Entry.Text} lets in {met.First}, which the guardrails never allow. Take it out with 'except', or remove the entry.");
        }
    }

    private static bool Has(PolicyEntry entry, string field, string? owner) => field switch
    {
        Keys.Note => entry.Note is not null,
        Keys.Owner => (entry.Owner ?? owner) is not null,
        Keys.Ticket => entry.Ticket is not null,
        Keys.Expires => entry.Expires is not null,
        Keys.Reviewed => entry.Reviewed is not null,
        _ => false,
    };

    private static void CheckTicket(PolicyEntry entry, TicketPattern? pattern, ProblemList problems)
    {
        if (entry.Ticket is null || pattern is null || pattern.Matches(entry.Ticket) is var matches && matches is true)
        {
            return;
        }

        problems.Add(RuleIds.MissingField, entry, entry.Places?.Ticket ?? entry.Range, matches is null
            ? $"The pattern {Problem.Quote(pattern.Text)} of the guardrails takes too long on this ticket. Have the pattern simplified."
            : $"The ticket {Problem.Quote(entry.Ticket)} does not match {Problem.Quote(pattern.Text)}, as the guardrails require.");
    }
}
