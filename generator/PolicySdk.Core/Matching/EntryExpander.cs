using PolicySdk.Addresses;
using PolicySdk.Policies;

namespace PolicySdk.Matching;

/// <summary>
/// Writes a list of entries out: networks become their entries, exceptions are cut away. An exception that always counts is plain
/// set algebra; one with dates or environments cuts its part out as a piece that counts only while the exception does not.
/// </summary>
internal sealed class EntryExpander(NetworkTable networks, WorkBudget budget)
{
    /// <summary>Expands a list; ends early once the budget is spent.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="letsIn">Whether the list lets callers in: waivers end such entries, and no others.</param>
    /// <param name="addRow">Called for each entry that stands for itself, in order; gives it its index.</param>
    internal List<ListEntry> Expand(IEnumerable<PolicyEntry> entries, bool letsIn, Func<ExpandedEntry, int> addRow) =>
        entries.Select(entry => new ListEntry(entry, PiecesOf(entry, letsIn, addRow))).ToList();

    /// <summary>Expands a list that is no policy's: its entries need no index.</summary>
    internal List<ListEntry> Expand(IEnumerable<PolicyEntry> entries, bool letsIn) => Expand(entries, letsIn, NoRow);

    /// <summary>The addresses of an entry, whatever the day and the environment.</summary>
    internal IpRangeSet AddressesOf(PolicyEntry entry) => IpRangeSet.Of(PiecesOf(entry, letsIn: false, NoRow).Select(static piece => piece.Range));

    private IReadOnlyList<MatchPiece> PiecesOf(PolicyEntry entry, bool letsIn, Func<ExpandedEntry, int> addRow)
    {
        if (entry is { Addresses: { } addresses, Except.Count: 0, Off: null } && EntryCondition.Of(entry, letsIn) is var condition && condition.And(EntryCondition.Always) is not null)
        {
            // The short way for most entries of a long list.
            return [new(addresses, addRow(new(entry, null, null, addresses, condition, Cut.Nothing)), addresses, condition)];
        }

        var pieces = new List<MatchPiece>();
        foreach (var leaf in Leaves(entry, null, null, EntryCondition.Always, Cut.Nothing, letsIn))
        {
            var index = addRow(leaf);
            pieces.AddRange(leaf.Cut.Apply(leaf.Addresses, leaf.Condition, budget).Select(part => new MatchPiece(part.Range, index, leaf.Addresses, part.Condition)));
        }

        return pieces;
    }

    private IEnumerable<ExpandedEntry> Leaves(PolicyEntry entry, PolicyEntry? user, Network? network, EntryCondition outer, Cut outerCut, bool letsIn)
    {
        if (entry.Off is not null || EntryCondition.Of(entry, letsIn).And(outer) is not { } condition)
        {
            yield break;
        }

        var cut = outerCut.And(CutOf(entry));
        if (entry.Addresses is { } addresses)
        {
            yield return new(entry, user, network, addresses, condition, cut);
        }
        else if (networks.TryGet(entry.Net!, out var named))
        {
            foreach (var leaf in named.Addresses.SelectMany(inner => Leaves(inner, user ?? entry, named, condition, cut, letsIn)))
            {
                yield return leaf;
            }
        }
    }

    private static int NoRow(ExpandedEntry entry) => 0;

    private Cut CutOf(PolicyEntry entry) =>
        entry.Except.Count == 0
            ? Cut.Nothing
            : Cut.Of(entry.Except.SelectMany(exception => Leaves(exception, null, null, EntryCondition.Always, Cut.Nothing, letsIn: false)).SelectMany(leaf => leaf.Cut.Apply(leaf.Addresses, leaf.Condition, budget)));
}

/// <summary>An entry of a list, written out.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Pieces">What it covers, and when.</param>
internal sealed record ListEntry(PolicyEntry Entry, IReadOnlyList<MatchPiece> Pieces);

/// <summary>An entry with an address of its own, and how the policy came to it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="User">The policy's entry whose <c>net</c> brings it, or null where it stands in the policy itself.</param>
/// <param name="Network">The network it stands in, or null.</param>
/// <param name="Addresses">Its addresses, exceptions not yet cut away.</param>
/// <param name="Condition">When it counts, networks on the way included.</param>
/// <param name="Cut">What is subtracted from it.</param>
internal sealed record ExpandedEntry(PolicyEntry Entry, PolicyEntry? User, Network? Network, IpRange Addresses, EntryCondition Condition, Cut Cut)
{
    /// <summary>The waivers of the entry and of the one that brings it.</summary>
    internal IEnumerable<Waiver> Waivers => User is null ? Entry.Waivers : Entry.Waivers.Concat(User.Waivers);
}
