using PolicySdk.Addresses;

namespace PolicySdk.TestSupport.Cases;

/// <summary>A line of <c>contains.jsonl</c>: entries, a caller, and whether the entries hold the caller.</summary>
/// <param name="Id">The name of the case.</param>
/// <param name="Entries">Texts that all parse.</param>
/// <param name="EntryErrors">Entries of the source that must not parse; null when there are none.</param>
/// <param name="Ip">The caller as text; null, or <c>unix:</c>, for a peer without an address.</param>
/// <param name="Expect">Whether the entries hold the caller.</param>
internal sealed record ContainsCase(
    string Id, IReadOnlyList<string> Entries, IReadOnlyList<ContainsCase.EntryError>? EntryErrors, string? Ip, bool Expect)
{
    internal const string File = "contains.jsonl";

    /// <summary>The caller as the address that is matched; null when there is none, and nothing is allowed.</summary>
    internal IpAddressValue? Caller => CallerAddress.Normalise(Ip);

    /// <summary>An entry that must fail the build.</summary>
    internal sealed record EntryError(string Entry, string Rule);
}
