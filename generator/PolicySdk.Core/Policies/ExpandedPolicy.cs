using PolicySdk.Collections;
using PolicySdk.Matching;

namespace PolicySdk.Policies;

/// <summary>A policy with its networks written out and its exceptions cut away.</summary>
/// <param name="Document">The policy as its file says it.</param>
/// <param name="Rows">The entries that can decide, in the order of the lists.</param>
/// <param name="Allow">The entries for everybody.</param>
/// <param name="Clients">The entries of each client.</param>
/// <param name="Block">The entries that are refused.</param>
/// <param name="Waived">The rules that rows waive, at the entry itself or at the one that brings it.</param>
internal sealed record ExpandedPolicy(
    PolicyDocument Document,
    IReadOnlyList<EntryRow> Rows,
    IReadOnlyList<ListEntry> Allow,
    IReadOnlyList<IReadOnlyList<ListEntry>> Clients,
    IReadOnlyList<ListEntry> Block,
    HashSet<(string Rule, int Row)> Waived)
{
    /// <summary>The lists that let callers in.</summary>
    internal IEnumerable<IReadOnlyList<ListEntry>> AllowedLists => Clients.Prepend(Allow);

    /// <summary>Expands a policy; of no use once the budget is spent.</summary>
    internal static ExpandedPolicy Of(PolicyDocument document, NetworkTable networks, WorkBudget budget)
    {
        var expander = new EntryExpander(networks, budget);
        var rows = new List<EntryRow>();
        var waived = new HashSet<(string Rule, int Row)>();
        return new(
            document,
            rows,
            Expand(document.Allow, EntryList.Allow, null),
            document.Clients.Select(client => Expand(client.Allow, EntryList.Client, client.Id)).ToList(),
            Expand(document.Block, EntryList.Block, null),
            waived);

        List<ListEntry> Expand(EquatableArray<PolicyEntry> entries, EntryList list, string? clientId) =>
            expander.Expand(entries, list != EntryList.Block, entry =>
            {
                foreach (var waiver in entry.Waivers)
                {
                    waived.Add((waiver.Rule, rows.Count));
                }

                rows.Add(EntryRow.Of(list, clientId, entry, document.Path));
                return rows.Count - 1;
            });
    }

    /// <summary>Whether a piece comes from an entry that waives a rule.</summary>
    internal bool Waives(string rule, MatchPiece piece) => Waived.Count > 0 && Waived.Contains((rule, piece.Entry));

    internal static List<MatchPiece> PiecesOf(IReadOnlyList<ListEntry> entries)
    {
        var pieces = new List<MatchPiece>(entries.Count);
        foreach (var entry in entries)
        {
            pieces.AddRange(entry.Pieces);
        }

        return pieces;
    }
}
