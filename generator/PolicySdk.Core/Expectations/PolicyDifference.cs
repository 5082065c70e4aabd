using PolicySdk.Addresses;
using PolicySdk.Policies;

namespace PolicySdk.Expectations;

/// <summary>An address that one of two policies lets in and the other does not.</summary>
/// <param name="Address">The address.</param>
/// <param name="Client">For which client, or null for callers without one.</param>
/// <param name="Day">On which day.</param>
/// <param name="IsGained">Whether the first policy lets it in; otherwise the other one does.</param>
/// <param name="Decider">The entry that lets it in.</param>
internal sealed record PolicyDifference(IpAddressValue Address, string? Client, CalendarDate Day, bool IsGained, EntryRow? Decider);
