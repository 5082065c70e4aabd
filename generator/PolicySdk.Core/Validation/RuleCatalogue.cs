namespace PolicySdk.Validation;

/// <summary>What may be done to a rule.</summary>
[Flags]
internal enum RuleTraits
{
    None = 0,

    /// <summary>No setting silences its errors, and a file that breaks it refuses everybody.</summary>
    Fatal = 1,

    /// <summary>A fatal rule of which some cases weigh less and can be adjusted.</summary>
    Varies = 2,

    /// <summary>Guardrails can make it stricter than it is by default, never looser.</summary>
    Security = 4,

    /// <summary>It speaks of one entry, which can waive it.</summary>
    Entry = 8,
}

/// <summary>What all problems of one rule share.</summary>
/// <param name="Id">One of <see cref="RuleIds"/>.</param>
/// <param name="Title">What the rule finds, in a few words.</param>
/// <param name="Severity">The severity unless a problem says otherwise.</param>
/// <param name="Traits">What may be done to it.</param>
internal sealed record Rule(string Id, string Title, ProblemSeverity Severity, RuleTraits Traits)
{
    internal bool IsFatal => Traits.HasFlag(RuleTraits.Fatal);

    internal bool IsAdjustable => !IsFatal || Traits.HasFlag(RuleTraits.Varies);

    internal bool IsSecurity => Traits.HasFlag(RuleTraits.Security);

    internal bool IsWaivable => IsAdjustable && Traits.HasFlag(RuleTraits.Entry);
}

/// <summary>The table of all rules that a policy file can break.</summary>
internal static class RuleCatalogue
{
    private const RuleTraits GuardedEntry = RuleTraits.Security | RuleTraits.Entry;

    internal static readonly IReadOnlyList<Rule> Rules =
    [
        Fatal(RuleIds.InternalFault, "Internal fault of the generator"),
        Fatal(RuleIds.UnreadableYaml, "YAML not readable, or a feature that is not allowed"),
        Fatal(RuleIds.UnknownKey, "Unknown or duplicate key"),
        Fatal(RuleIds.WrongShape, "Wrong type, missing key, or a name that can't be used"),
        Fatal(RuleIds.EmptyList, "Absent or empty list"),
        Fatal(RuleIds.UnquotedAddress, "Unquoted address that ends in a colon"),
        Warning(RuleIds.UnknownFile, "File that is not read"),
        Fatal(RuleIds.NotAnAddress, "Not an address, prefix or range"),
        Fatal(RuleIds.AmbiguousIPv4, "IPv4 text that is read in more than one way"),
        Fatal(RuleIds.MalformedPrefixOrRange, "Malformed prefix length or range"),
        Fatal(RuleIds.HostBitsSet, "Prefix with host bits set"),
        Fatal(RuleIds.SurroundingText, "Address with a port, brackets, a zone or spaces"),
        Error(RuleIds.WorldOpen, "Open to the world", GuardedEntry),
        Error(RuleIds.OutsideGuardrails, "Wider than allowed, or an address that is never allowed", GuardedEntry),
        Fatal(RuleIds.EmbeddedIPv4, "IPv6 form of an IPv4 address", RuleTraits.Varies | GuardedEntry),
        Info(RuleIds.NonCanonicalText, "Not the canonical text", RuleTraits.Entry),
        Warning(RuleIds.DuplicateEntry, "Same addresses as another entry", RuleTraits.Entry),
        Warning(RuleIds.RedundantEntry, "Inside other entries, or one with them", RuleTraits.Entry),
        Warning(RuleIds.SpecialPurpose, "Special-purpose address", GuardedEntry),
        Warning(RuleIds.NearPrivateRange, "Near miss of a private range", GuardedEntry),
        Warning(RuleIds.IneffectiveExcept, "Exception that removes nothing, or everything", RuleTraits.Entry),
        Error(RuleIds.MissingField, "Required field missing, or not as required", RuleTraits.Entry),
        Warning(RuleIds.ExpiredEntry, "Expired entry", RuleTraits.Entry),
        Info(RuleIds.ExpiresSoon, "Entry that expires soon", RuleTraits.Entry),
        Fatal(RuleIds.InvalidDate, "Not a date, dates in the wrong order, or too far away", RuleTraits.Varies | RuleTraits.Entry),
        Error(RuleIds.InvalidWaiver, "Waiver that does not hold", RuleTraits.Security),
        Error(RuleIds.ReportModeEnded, "Report mode that has ended, or lasts too long"),
        Warning(RuleIds.StaleSource, "Vendored list that is old, or was changed"),
        Warning(RuleIds.ReviewDue, "Entry whose review is due", RuleTraits.Entry),
        Fatal(RuleIds.UnknownNetwork, "Unknown network"),
        Warning(RuleIds.UnusedNetwork, "Network that nothing uses"),
        Error(RuleIds.SecretClientId, "Client id that looks like a secret", RuleTraits.Security),
        Fatal(RuleIds.NetworkCycle, "Networks that use each other in a circle"),
        Warning(RuleIds.ClientEntryInAllow, "Entry of a client that everybody has", RuleTraits.Entry),
        Error(RuleIds.BlockedPolicy, "Policy that its own block list refuses to everybody"),
        Error(RuleIds.FailedExpectation, "Expectation that does not hold", RuleTraits.Security),
        Info(RuleIds.UntouchedEntry, "Policy or entry that no expectation speaks of", RuleTraits.Entry),
        Error(RuleIds.TrustedProxyAllowed, "Trusted proxy in an allowlist", GuardedEntry),
    ];

    private static readonly Dictionary<string, Rule> ById = Rules.ToDictionary(static rule => rule.Id);

    internal static Rule Get(string id) => ById[id];

    internal static bool TryGet(string id, out Rule rule) => ById.TryGetValue(id, out rule!);

    private static Rule Fatal(string id, string title, RuleTraits traits = RuleTraits.None) => new(id, title, ProblemSeverity.Error, traits | RuleTraits.Fatal);

    private static Rule Error(string id, string title, RuleTraits traits = RuleTraits.None) => new(id, title, ProblemSeverity.Error, traits);

    private static Rule Warning(string id, string title, RuleTraits traits = RuleTraits.None) => new(id, title, ProblemSeverity.Warning, traits);

    private static Rule Info(string id, string title, RuleTraits traits = RuleTraits.None) => new(id, title, ProblemSeverity.Info, traits);
}
