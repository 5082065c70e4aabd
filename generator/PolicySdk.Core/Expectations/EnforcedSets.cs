using PolicySdk.Addresses;
using PolicySdk.Matching;
using PolicySdk.Policies;

namespace PolicySdk.Expectations;

/// <summary>The sets of addresses that a policy lets in, whatever its mode, by whom and when.</summary>
internal sealed class EnforcedSets
{
    private readonly WorkBudget _budget;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly PieceIndex _allow;
    private readonly PieceIndex _block;
    private readonly PieceIndex[] _clients;
    private readonly Dictionary<(Callers Callers, Moment Moment), IpRangeSet> _wholes = [];
    private PieceIndex? _anyone;

    /// <summary>Takes a policy and what answering may cost; once that is spent the answers are worthless.</summary>
    internal EnforcedSets(ExpandedPolicy policy, WorkBudget budget)
    {
        Policy = policy;
        _budget = budget;
        _allow = new(ExpandedPolicy.PiecesOf(policy.Allow));
        _block = new(ExpandedPolicy.PiecesOf(policy.Block));
        _clients = policy.Clients.Select(static entries => new PieceIndex(ExpandedPolicy.PiecesOf(entries))).ToArray();
        foreach (var client in policy.Document.Clients)
        {
            _indexes.Add(client.Id, _indexes.Count);
        }
    }

    internal ExpandedPolicy Policy { get; }

    /// <summary>Whether the answers cost more than they may, and are worthless.</summary>
    internal bool IsSpent => _budget.IsSpent;

    /// <summary>How many pieces there are: what computing a whole set costs.</summary>
    internal int Size => Policy.Rows.Count;

    /// <summary>The index of a client with a list of its own, or null.</summary>
    internal int? IndexOf(string client) => _indexes.TryGetValue(client, out var index) ? index : null;

    /// <summary>Callers of one client, or without a client; a client without a list has what those have.</summary>
    internal Callers CallersOf(string? client) => new(client is null ? null : IndexOf(client), IsAnyone: false);

    /// <summary>The days on which anything may change.</summary>
    internal IEnumerable<CalendarDate> ChangingDays =>
        Policy.AllowedLists.Append(Policy.Block).SelectMany(static list => list).SelectMany(static entry => entry.Pieces).SelectMany(static piece => piece.Condition.ChangingDays);

    /// <summary>All addresses that are let in.</summary>
    internal IpRangeSet Allowed(Callers callers, Moment moment)
    {
        if (!_wholes.TryGetValue((callers, moment), out var set))
        {
            set = Subtract(Lists(callers).SelectMany(static list => list.All), _block.All, moment);
            _wholes.Add((callers, moment), set);
        }

        return set;
    }

    /// <summary>The addresses of a range that are let in.</summary>
    internal IpRangeSet Allowed(Callers callers, Moment moment, IpRange range) =>
        Subtract(Lists(callers).SelectMany(list => list.Overlapping(range)), _block.Overlapping(range), moment).Intersect(IpRangeSet.Of(range));

    /// <summary>The row that lets an address in, or null.</summary>
    internal EntryRow? Allowing(IpAddressValue address, Callers callers, Moment moment) => RowOf(Lists(callers), address, moment);

    /// <summary>The row that blocks an address, or null.</summary>
    internal EntryRow? Blocking(IpAddressValue address, Moment moment) => RowOf([_block], address, moment);

    private EntryRow? RowOf(IEnumerable<PieceIndex> lists, IpAddressValue address, Moment moment) =>
        lists.SelectMany(list => list.Overlapping(new(address, address))).Where(piece => moment.Counts(piece.Condition)).Select(piece => Policy.Rows[piece.Entry]).FirstOrDefault();

    private IEnumerable<PieceIndex> Lists(Callers callers)
    {
        if (callers.Client is { } client)
        {
            return [_allow, _clients[client]];
        }

        _anyone ??= _clients.Length == 0 ? _allow : new(_clients.SelectMany(static list => list.All).Concat(_allow.All));
        return [callers.IsAnyone ? _anyone : _allow];
    }

    private IpRangeSet Subtract(IEnumerable<MatchPiece> allowed, IEnumerable<MatchPiece> blocked, Moment moment) =>
        SetOf(allowed, moment).Subtract(SetOf(blocked, moment.Opposite));

    private IpRangeSet SetOf(IEnumerable<MatchPiece> pieces, Moment moment) =>
        IpRangeSet.Of(pieces.TakeWhile(piece => _budget.TrySpend(piece.Condition.Weight)).Where(piece => moment.Counts(piece.Condition)).Select(static piece => piece.Range));
}
