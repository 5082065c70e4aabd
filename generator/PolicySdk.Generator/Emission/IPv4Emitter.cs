using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Matching;

namespace PolicySdk.Generator.Emission;

/// <summary>Writes the IPv4 matcher of one list: a switch over sorted boundaries, or a table where that would grow too long.</summary>
internal static class IPv4Emitter
{
    internal static void Write(SourceWriter writer, EquatableArray<MatchSegment> segments, string name)
    {
        var signature = $"private static int {name}(uint address) =>";
        if (segments.Count == 1)
        {
            writer.Line($"{signature} {SegmentCode.Of(segments[0].Code)};");
        }
        else if (segments.Count <= Chunks.ArmsOfMethod)
        {
            WriteSwitch(writer, segments, signature);
        }
        else
        {
            TableEmitter.WriteIPv4(writer, segments, name, signature);
        }
    }

    private static void WriteSwitch(SourceWriter writer, EquatableArray<MatchSegment> segments, string signature)
    {
        writer.Open($"{signature} address switch");
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

    private static uint Value(IpAddressValue address) => (uint)address.Lower;
}
