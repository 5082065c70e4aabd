using PolicySdk.Addresses;
using PolicySdk.Generator.Emission;
using PolicySdk.Generator.Forms.Tables;

namespace PolicySdk.Generator.Forms.Bucketed;

/// <summary>Some dozens to some thousands of IPv4 ranges: the runtime's <c>BucketIndex</c>.</summary>
internal sealed class BucketedForm : MatchForm
{
    /// <summary>Above, the tables of DXR are smaller. Places among the ends would fit into 16 bits to eight times as many.</summary>
    internal const int MaximumRanges = 4096;

    /// <summary>How many ends are compared at once; as many of the highest number follow the last end.</summary>
    internal const int Window = 8;

    private readonly IPv4Ends _ends;
    private readonly int _shift;
    private readonly NumberTable _buckets;
    private readonly NumberTable _distances;
    private readonly RangeCodes _codes;

    internal BucketedForm(IReadOnlyList<CodedRange> ranges)
    {
        _ends = IPv4Ends.Of(ranges);
        for (_shift = 0; _ends.Length >> _shift >= 2 * ranges.Count;)
        {
            _shift++;
        }

        _buckets = new("Buckets", 16, _ends.Buckets(_shift));
        _distances = new("Ends", 32, [.. _ends.Distances.Select(static distance => (ulong)distance), .. Enumerable.Repeat((ulong)uint.MaxValue, Window)]);
        _codes = new(ranges);
    }

    internal override void Write(SourceWriter writer, LiteralRoom room, string name)
    {
        var call = $"global::PolicySdk.Matching.BucketIndex.Find({name}{_buckets.Suffix}, {name}{_distances.Suffix}, {CSharpText.Number(_shift)}, {SegmentCode.Hex(_ends.First)}, {SegmentCode.Hex(_ends.Length)}, address)";
        _codes.WriteSearch(writer, room, Signature(IpAddressFamily.IPv4, name), name, call, [_buckets, _distances]);
    }

    internal override int Find(IpAddressValue address) =>
        _codes.Of(_ends.FindRange(_buckets.Values, _shift, end => _distances.Values[end], (uint)address.Lower, uint.MaxValue));
}
