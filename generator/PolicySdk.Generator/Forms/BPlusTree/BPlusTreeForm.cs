using PolicySdk.Addresses;
using PolicySdk.Generator.Emission;
using PolicySdk.Generator.Forms.Tables;

namespace PolicySdk.Generator.Forms.BPlusTree;

/// <summary>More than a few IPv6 ranges: the runtime's <c>BPlusTree</c>, with the lower halves only where some entry is longer than /64.</summary>
internal sealed class BPlusTreeForm : MatchForm
{
    private readonly IpAddressValue _first;
    private readonly IReadOnlyList<IpAddressValue> _ends;
    private readonly TreeKeys _tree;
    private readonly NumberTable _keys;
    private readonly NumberTable? _lowers;
    private readonly RangeCodes _codes;

    internal BPlusTreeForm(IReadOnlyList<CodedRange> ranges)
    {
        _first = ranges[0].First;
        _ends = EndsOf(ranges);
        _tree = TreeKeys.Of(_ends.Select(static end => end.Upper).ToList());
        _keys = new("Keys", 64, _tree.Keys);
        var isOfUppers = _first.Lower == 0 && _ends.All(static end => end.Lower == ulong.MaxValue);
        _lowers = isOfUppers ? null : new("Lowers", 64, _ends.Select(static end => end.Lower).ToList());
        _codes = new(ranges);
    }

    internal override void Write(SourceWriter writer, LiteralRoom room, string name)
    {
        var levels = $"[{string.Join(", ", _tree.Starts.Select(CSharpText.Number))}]";
        var call = _lowers is null
            ? $"global::PolicySdk.Matching.BPlusTree.Find({levels}, {name}{_keys.Suffix}, {SegmentCode.Hex(_first.Upper)}, upper)"
            : $"global::PolicySdk.Matching.BPlusTree.Find({levels}, {name}{_keys.Suffix}, {name}{_lowers.Suffix}, {SegmentCode.Hex(_first.Upper)}, {SegmentCode.Hex(_first.Lower)}, upper, lower)";
        _codes.WriteSearch(writer, room, Signature(IpAddressFamily.IPv6, name), name, call, _lowers is null ? [_keys] : [_keys, _lowers]);
    }

    internal override int Find(IpAddressValue address)
    {
        if (address < _first)
        {
            return _codes.Of(-1);
        }

        var before = _tree.CountBefore(address.Upper);
        for (; _lowers is not null && before < _ends.Count && _ends[before] < address; before++)
        {
        }

        return _codes.Of(before % 2 == 0 ? before / 2 : -1);
    }

    // The last address of each range and of the gap after it, in turn; after the last range there is none.
    private static List<IpAddressValue> EndsOf(IReadOnlyList<CodedRange> ranges)
    {
        var ends = new List<IpAddressValue>(2 * ranges.Count);
        for (var i = 0; i < ranges.Count; i++)
        {
            if (i > 0 && ranges[i].First.TryPrevious(out var gap))
            {
                ends.Add(gap);
            }

            ends.Add(ranges[i].Last);
        }

        return ends;
    }
}
