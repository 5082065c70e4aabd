using PolicySdk.Collections;
using PolicySdk.Expectations;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>A policy as its file says it, networks not yet looked up.</summary>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Name">The name; the one that the file name suggests where the text gives none.</param>
/// <param name="NameRange">Where the name stands.</param>
/// <param name="Description">Free text, or null.</param>
/// <param name="Owner">Who answers for it, or null.</param>
/// <param name="ReportUntil">The last day of report mode, or null.</param>
/// <param name="ReportUntilRange">Where that day stands.</param>
/// <param name="Allow">The entries for everybody.</param>
/// <param name="Clients">The clients with lists of their own.</param>
/// <param name="Block">The entries that are refused.</param>
/// <param name="Expectations">What the policy claims of itself.</param>
/// <param name="Problems">What is wrong with the file.</param>
internal sealed record PolicyDocument(
    string Path,
    string Name,
    TextRange NameRange,
    string? Description,
    string? Owner,
    CalendarDate? ReportUntil,
    TextRange ReportUntilRange,
    EquatableArray<PolicyEntry> Allow,
    EquatableArray<PolicyClient> Clients,
    EquatableArray<PolicyEntry> Block,
    EquatableArray<Expectation> Expectations,
    EquatableArray<Problem> Problems) : PolicyFile(Path, Problems)
{
    /// <summary>Whether the name stands in the file; one taken from the file's name is no fault of the file.</summary>
    internal bool HasWrittenName => NameRange != default;

    /// <summary>The last day of report mode, if that is not over on a day; null where the policy enforces.</summary>
    internal CalendarDate? ReportsUntil(CalendarDate today) => ReportUntil is { } last && last.CompareTo(today) >= 0 ? last : null;

    /// <summary>The entries of all lists, in the order in which they become rows.</summary>
    internal IEnumerable<PolicyEntry> Entries => AllowedEntries.Concat(Block);

    /// <summary>The entries that let callers in.</summary>
    internal IEnumerable<PolicyEntry> AllowedEntries => Allow.Concat(Clients.SelectMany(static client => client.Allow));

    /// <summary>The name of the type; empty where there can be none, as the name of a broken file may be any.</summary>
    internal string Identifier =>
        PolicyNames.ToIdentifier(Name) is var identifier && identifier.Length <= PolicyNames.Length && !PolicyNames.IsReserved(identifier) ? identifier : "";
}

/// <summary>A client's part of a policy.</summary>
internal sealed record PolicyClient(string Id, TextRange IdRange, string? Owner, string? Description, EquatableArray<PolicyEntry> Allow);
