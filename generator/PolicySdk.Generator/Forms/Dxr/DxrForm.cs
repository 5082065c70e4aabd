using PolicySdk.Addresses;
using PolicySdk.Generator.Emission;
using PolicySdk.Generator.Forms.Tables;

namespace PolicySdk.Generator.Forms.Dxr;

/// <summary>Thousands of IPv4 ranges: the runtime's <c>Dxr</c>.</summary>
internal sealed class DxrForm : MatchForm
{
    /// <summary>How many ends are compared at once; as many zeros follow the last end.</summary>
    internal const int Window = 16;

    private const int LowBits = 16;
    private const uint LowMask = (1 << LowBits) - 1;

    private readonly IPv4Ends _ends;
    private readonly NumberTable _buckets;
    private readonly NumberTable _lows;
    private readonly RangeCodes _codes;

    internal DxrForm(IReadOnlyList<CodedRange> ranges)
    {
        _ends = IPv4Ends.Of(ranges);
        _buckets = new("Buckets", 32, _ends.Buckets(LowBits));
        _lows = new("Ends", LowBits, [.. _ends.Distances.Select(static distance => (ulong)(distance & LowMask)), .. new ulong[Window]]);
        _codes = new(ranges);
    }

    internal override void Write(SourceWriter writer, LiteralRoom room, string name)
    {
        var call = $"global::PolicySdk.Matching.Dxr.Find({name}{_buckets.Suffix}, {name}{_lows.Suffix}, {SegmentCode.Hex(_ends.First)}, {SegmentCode.Hex(_ends.Length)}, address)";
        _codes.WriteSearch(writer, room, Signature(IpAddressFamily.IPv4, name), name, call, [_buckets, _lows]);
    }

    internal override int Find(IpAddressValue address) =>
        _codes.Of(_ends.FindRange(_buckets.Values, LowBits, end => _lows.Values[end], (uint)address.Lower, LowMask));
}
