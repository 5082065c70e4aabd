using PolicySdk.Addresses;
using PolicySdk.Policies;

namespace PolicySdk.Expectations;

/// <summary>The entries that let in what lies nearest to an address: where somebody who was refused was probably to be.</summary>
internal static class NearestEntries
{
    private const int Shown = 2;

    /// <summary>Of the same family, nearest first; of a client and of everybody, or without a client of all.</summary>
    internal static IEnumerable<EntryRow> Find(EnforcedSets sets, IpAddressValue address, string? client) => sets.Policy.Rows
        .Where(row => row.List == EntryList.Allow || (row.List == EntryList.Client && (client is null || row.ClientId == client)))
        .Select(static row => (Row: row, Range: IpEntryText.TryParse(row.Text, out var range, out _) ? range : default))
        .Where(row => row.Range.Family == address.Family)
        .OrderBy(row => row.Range.Contains(address) ? 0 : row.Range.First > address ? row.Range.First.ToBigInteger() - address.ToBigInteger() : address.ToBigInteger() - row.Range.Last.ToBigInteger())
        .Select(static row => row.Row)
        .Take(Shown);
}
