using PolicySdk.Collections;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>A <c>client-address.yaml</c> file: which proxies may name the client, and how.</summary>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Trust">The proxies.</param>
/// <param name="Header">The header that they write.</param>
/// <param name="Limit">How many of them may stand in a row, or null for as many as are trusted.</param>
/// <param name="Place">Where the file can be pointed at.</param>
/// <param name="Problems">What is wrong with the file.</param>
internal sealed record ClientAddressDocument(
    string Path, EquatableArray<PolicyEntry> Trust, string Header, int? Limit, TextRange Place, EquatableArray<Problem> Problems) : PolicyFile(Path, Problems);
