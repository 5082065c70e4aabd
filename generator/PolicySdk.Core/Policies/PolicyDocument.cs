using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>A file as it came in: its path relative to the project, with forward slashes, and its text.</summary>
internal sealed record PolicyInput(string Path, string Text);

/// <summary>What all files share once they are read.</summary>
internal abstract record PolicyFile(string Path, EquatableArray<Problem> Problems)
{
    internal bool HasErrors => Problems.Any(static problem => problem.Severity == ProblemSeverity.Error);
}

/// <summary>A file of a kind that holds no list.</summary>
internal sealed record OtherFile(string Path, EquatableArray<Problem> Problems) : PolicyFile(Path, Problems);

/// <summary>A policy as its file says it, networks not yet looked up.</summary>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Name">The name; the one that the file name suggests where the text gives none.</param>
/// <param name="NameRange">Where the name stands.</param>
/// <param name="Description">Free text, or null.</param>
/// <param name="Owner">Who answers for it, or null.</param>
/// <param name="ReportUntil">The last day of report mode, or null.</param>
/// <param name="Allow">The entries for everybody.</param>
/// <param name="Clients">The clients with lists of their own.</param>
/// <param name="Block">The entries that are refused.</param>
/// <param name="Problems">What is wrong with the file.</param>
internal sealed record PolicyDocument(
    string Path,
    string Name,
    TextRange NameRange,
    string? Description,
    string? Owner,
    CalendarDate? ReportUntil,
    EquatableArray<PolicyEntry> Allow,
    EquatableArray<PolicyClient> Clients,
    EquatableArray<PolicyEntry> Block,
    EquatableArray<Problem> Problems) : PolicyFile(Path, Problems)
{
    /// <summary>The name of the type; empty where there can be none, as the name of a broken file may be any.</summary>
    internal string Identifier =>
        PolicyNames.ToIdentifier(Name) is var identifier && identifier.Length <= PolicyNames.Length && !PolicyNames.IsReserved(identifier) ? identifier : "";
}

/// <summary>A client's part of a policy.</summary>
internal sealed record PolicyClient(string Id, TextRange IdRange, string? Owner, string? Description, EquatableArray<PolicyEntry> Allow);

/// <summary>The named networks of one file.</summary>
internal sealed record NetworksDocument(string Path, EquatableArray<Network> Networks, EquatableArray<Problem> Problems) : PolicyFile(Path, Problems);

/// <summary>A named network.</summary>
internal sealed record Network(string Name, TextRange NameRange, string Path, string? Owner, string? Description, EquatableArray<PolicyEntry> Addresses);

/// <summary>An entry of a list: an address text, or the name of a network; exactly one of <c>Addresses</c> and <c>Net</c> is there.</summary>
/// <param name="Range">Where the address or the network's name stands.</param>
/// <param name="Addresses">The addresses, or null.</param>
/// <param name="Net">The network's name, or null.</param>
/// <param name="Except">What is subtracted.</param>
/// <param name="Note">Free text, or null.</param>
/// <param name="Owner">Who answers for it, or null.</param>
/// <param name="Ticket">A reference, or null.</param>
/// <param name="From">The first day on which it counts, or null.</param>
/// <param name="Expires">The last day on which it counts, or null.</param>
/// <param name="OnlyIn">The environments in which it counts; empty means all.</param>
/// <param name="Off">The reason why it is kept but not compiled, or null.</param>
internal sealed record PolicyEntry(
    TextRange Range,
    IpRange? Addresses,
    string? Net,
    EquatableArray<PolicyEntry> Except,
    string? Note,
    string? Owner,
    string? Ticket,
    CalendarDate? From,
    CalendarDate? Expires,
    EquatableArray<string> OnlyIn,
    string? Off);
