namespace PolicySdk.TestSupport.Cases;

/// <summary>A line of <c>addr_parse.jsonl</c>: a text, and whether it may stand in an entry.</summary>
/// <param name="Id">The name of the case.</param>
/// <param name="Text">The text as the source has it.</param>
/// <param name="Kind"><c>address</c>, <c>cidr</c> or <c>range</c>.</param>
/// <param name="PolicySdk"><c>accept</c>, <c>reject</c>, or <c>warn</c>: parses, and a later rule must speak.</param>
/// <param name="Rule">Why.</param>
/// <param name="Canonical">The canonical text of what was written; null when rejected.</param>
/// <param name="First">The first address; null when rejected.</param>
/// <param name="Last">The last address; null when rejected.</param>
internal sealed record AddressTextCase(
    string Id, string Text, string Kind, string PolicySdk, string Rule, string? Canonical, string? First, string? Last)
{
    internal const string File = "addr_parse.jsonl";

    internal bool Parses => PolicySdk is "accept" or "warn";
}
