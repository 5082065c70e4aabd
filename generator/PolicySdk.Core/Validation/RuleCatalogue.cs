namespace PolicySdk.Validation;

/// <summary>What all problems of one rule share.</summary>
/// <param name="Id">One of <see cref="RuleIds"/>.</param>
/// <param name="Title">What the rule finds, in a few words.</param>
/// <param name="Severity">The severity unless a problem says otherwise.</param>
/// <param name="IsFatal">Whether errors of this rule can't be silenced.</param>
internal sealed record Rule(string Id, string Title, ProblemSeverity Severity, bool IsFatal);

/// <summary>The table of all rules that a policy file can break.</summary>
internal static class RuleCatalogue
{
    internal static readonly IReadOnlyList<Rule> Rules =
    [
        Fatal(RuleIds.InternalFault, "Internal fault of the generator"),
        Fatal(RuleIds.UnreadableYaml, "YAML not readable, or a feature that is not allowed"),
        Fatal(RuleIds.UnknownKey, "Unknown or duplicate key"),
        Fatal(RuleIds.WrongShape, "Wrong type, missing key, or a name that can't be used"),
        Fatal(RuleIds.EmptyList, "Absent or empty list"),
        Fatal(RuleIds.UnquotedAddress, "Unquoted address that ends in a colon"),
        new(RuleIds.UnknownFile, "File that is not read", ProblemSeverity.Warning, IsFatal: false),
        Fatal(RuleIds.NotAnAddress, "Not an address, prefix or range"),
        Fatal(RuleIds.AmbiguousIPv4, "IPv4 text that is read in more than one way"),
        Fatal(RuleIds.MalformedPrefixOrRange, "Malformed prefix length or range"),
        Fatal(RuleIds.HostBitsSet, "Prefix with host bits set"),
        Fatal(RuleIds.SurroundingText, "Address with a port, brackets, a zone or spaces"),
        new(RuleIds.WorldOpen, "Open to the world", ProblemSeverity.Error, IsFatal: false),
        Fatal(RuleIds.EmbeddedIPv4, "IPv6 form of an IPv4 address"),
        new(RuleIds.SpecialPurpose, "Special-purpose address", ProblemSeverity.Warning, IsFatal: false),
        Fatal(RuleIds.InvalidDate, "Not a date, or dates in the wrong order"),
        Fatal(RuleIds.UnknownNetwork, "Unknown network"),
        Fatal(RuleIds.NetworkCycle, "Networks that use each other in a circle"),
    ];

    private static readonly Dictionary<string, Rule> ById = Rules.ToDictionary(static rule => rule.Id);

    internal static Rule Get(string id) => ById[id];

    private static Rule Fatal(string id, string title) => new(id, title, ProblemSeverity.Error, IsFatal: true);
}
