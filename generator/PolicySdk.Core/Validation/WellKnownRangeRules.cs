using PolicySdk.Addresses;
using PolicySdk.Policies;

namespace PolicySdk.Validation;

/// <summary>
/// PSDK2008 and PSDK2012: an entry that lies wholly inside a block with a meaning of its own. At most one problem for an entry, about
/// the block that says most.
/// </summary>
internal static class WellKnownRangeRules
{
    private static readonly IpRangeSet Callerless = IpRangeSet.Of(
        WellKnownRanges.All.Where(static row => row.Kind is WellKnownKind.Multicast or WellKnownKind.Reserved or WellKnownKind.Broadcast).SelectMany(static row => row.Addresses));

    internal static void Check(PolicyEntry entry, ProblemList problems)
    {
        if (entry.Addresses is not { } addresses)
        {
            return;
        }

        if (WellKnownRanges.Find(addresses) is { } row)
        {
            Report(row, addresses, entry, problems);
        }
        else if (Callerless.Contains(addresses))
        {
            Add(entry, $"{addresses} is multicast and reserved IPv4. {Advise(WellKnownKind.Reserved)}", problems);
        }
    }

    /// <summary>Why a block should not be allowed, and what to write instead.</summary>
    internal static string Advise(WellKnownKind kind) => kind switch
    {
        WellKnownKind.Metadata => "That service answers and never calls. Remove the entry.",
        WellKnownKind.Loopback => "It lets in whatever runs on the same machine, a proxy included. Add 'only-in: Development', or remove the entry.",
        WellKnownKind.LinkLocal => "Anybody on the same link can take such an address. Write the caller's routable address.",
        WellKnownKind.Unspecified => "It means \"no address\", never \"everyone\", and no caller has it. Write the caller's address.",
        WellKnownKind.Documentation => "It is set aside for examples, and no real caller has it. Write the caller's address.",
        WellKnownKind.Embedding => "No IPv4 caller ever has this form. Write the IPv4 address itself.",
        _ => "No caller ever has such an address. Remove the entry.",
    };

    private static void Report(WellKnownRange row, IpRange addresses, PolicyEntry entry, ProblemList problems)
    {
        if (row.Kind == WellKnownKind.Loopback && entry.OnlyIn.Count > 0)
        {
            return;
        }

        var message = $"{addresses} is {row.Name}. {Advise(row.Kind)}";
        if (row.Kind == WellKnownKind.Embedding)
        {
            problems.Add(RuleIds.EmbeddedIPv4, entry, message, ProblemSeverity.Warning);
        }
        else
        {
            Add(entry, message, problems, row.Kind == WellKnownKind.Documentation ? ProblemSeverity.Info : ProblemSeverity.Warning);
        }
    }

    private static void Add(PolicyEntry entry, string message, ProblemList problems, ProblemSeverity severity = ProblemSeverity.Warning) =>
        problems.Add(RuleIds.SpecialPurpose, entry, message, severity);
}
