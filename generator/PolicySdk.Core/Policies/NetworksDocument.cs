using PolicySdk.Collections;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>The named networks of one file.</summary>
internal sealed record NetworksDocument(string Path, EquatableArray<Network> Networks, EquatableArray<Problem> Problems) : PolicyFile(Path, Problems);

/// <summary>A named network.</summary>
internal sealed record Network(
    string Name, TextRange NameRange, string Path, string? Owner, string? Description, NetworkSource? Source, EquatableArray<PolicyEntry> Addresses);

/// <summary>Where a vendored list comes from.</summary>
/// <param name="Url">The address it was fetched from.</param>
/// <param name="Fetched">The day on which it was, or null.</param>
/// <param name="FetchedRange">Where that day stands.</param>
/// <param name="MaxAge">After how many days it should be fetched again, or null.</param>
/// <param name="Sha256">The fingerprint that its addresses had, or null.</param>
/// <param name="Sha256Range">Where that stands.</param>
internal sealed record NetworkSource(string Url, CalendarDate? Fetched, TextRange FetchedRange, int? MaxAge, string? Sha256, TextRange Sha256Range);
