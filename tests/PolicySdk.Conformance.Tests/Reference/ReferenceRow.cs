using PolicySdk.Addresses;
using PolicySdk.Policies;

namespace PolicySdk.Conformance.Tests.Reference;

/// <summary>An entry with an address of its own, as a policy comes to it.</summary>
/// <param name="List">The list.</param>
/// <param name="Client">The client whose list it is, or null.</param>
/// <param name="Path">The entries that lead to it, from the policy's own to the one with the address.</param>
/// <param name="File">The file it stands in.</param>
internal sealed record ReferenceRow(IpPolicyList List, string? Client, IReadOnlyList<PolicyEntry> Path, string File)
{
    internal IpRange Addresses => Path[^1].Addresses!.Value;

    internal CalendarDate? Expires => Path.Select(static entry => entry.Expires).Where(static day => day is not null).Min();
}
