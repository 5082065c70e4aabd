using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Generator.Emission;
using PolicySdk.Generator.Forms.Tables;
using PolicySdk.Matching;

namespace PolicySdk.Generator.Forms.Switch;

/// <summary>A few IPv4 ranges: a switch over the sorted ends of the segments, which the compiler turns into halving and a reviewer can read.</summary>
internal sealed class IPv4SwitchForm(EquatableArray<MatchSegment> segments) : MatchForm
{
    internal override void Write(SourceWriter writer, LiteralRoom room, string name)
    {
        writer.Open($"{Signature(IpAddressFamily.IPv4, name)} address switch");
        for (var i = 0; i + 1 < segments.Count; i++)
        {
            var (segment, next) = (segments[i], segments[i + 1].First);
            writer.Line(segment.Code == MatchCode.None
                ? $"< {SegmentCode.Hex(Value(next))} => None,"
                : $"<= {SegmentCode.Hex(Value(next) - 1)} => {SegmentCode.Of(segment.Code)},{SegmentCode.Comment(segment.First, next)}");
        }

        var last = segments[segments.Count - 1];
        writer.Line($"_ => {SegmentCode.Of(last.Code)},{(last.Code == MatchCode.None ? "" : SegmentCode.Comment(last.First))}");
        writer.Close(";");
    }

    internal override int Find(IpAddressValue address)
    {
        for (var i = 0; i + 1 < segments.Count; i++)
        {
            if (Value(address) < Value(segments[i + 1].First))
            {
                return segments[i].Code;
            }
        }

        return segments[segments.Count - 1].Code;
    }

    private static uint Value(IpAddressValue address) => (uint)address.Lower;
}
