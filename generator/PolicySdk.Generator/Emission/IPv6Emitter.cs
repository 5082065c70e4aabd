using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Matching;

namespace PolicySdk.Generator.Emission;

/// <summary>
/// Writes the IPv6 matcher of one list: a switch over the upper half, inside it one over the lower half where an entry is longer than
/// /64; or a table where that would grow too long.
/// </summary>
internal static class IPv6Emitter
{
    internal static void Write(SourceWriter writer, EquatableArray<MatchSegment> segments, string name)
    {
        var signature = $"private static int {name}(ulong upper, ulong lower) =>";
        var arms = segments.Count <= Chunks.ArmsOfMethod ? IPv6Arms.Of(segments) : [];
        if (segments.Count == 1)
        {
            writer.Line($"{signature} {SegmentCode.Of(segments[0].Code)};");
        }
        else if (arms.Count > 0 && arms.Sum(static arm => 1 + arm.Lower.Count) <= Chunks.ArmsOfMethod)
        {
            WriteUpper(writer, arms, signature);
        }
        else
        {
            TableEmitter.WriteIPv6(writer, segments, name, signature);
        }
    }

    private static void WriteUpper(SourceWriter writer, IReadOnlyList<IPv6Arm> arms, string signature)
    {
        writer.Open($"{signature} upper switch");
        for (var i = 0; i < arms.Count; i++)
        {
            var arm = arms[i];
            var pattern = i + 1 == arms.Count ? "_"
                : arm.Lower.Count > 0 || arm.Code != MatchCode.None ? $"<= {SegmentCode.Hex(arms[i + 1].Upper - 1)}"
                : $"< {SegmentCode.Hex(arms[i + 1].Upper)}";
            if (arm.Lower.Count > 0)
            {
                WriteLower(writer, arm, pattern);
            }
            else
            {
                var next = i + 1 == arms.Count ? (IpAddressValue?)null : IpAddressValue.IPv6(arms[i + 1].Upper, 0);
                writer.Line($"{pattern} => {SegmentCode.Of(arm.Code)},{Comment(arm.Code, IpAddressValue.IPv6(arm.Upper, 0), next)}");
            }
        }

        writer.Close(";");
    }

    private static void WriteLower(SourceWriter writer, IPv6Arm arm, string pattern)
    {
        writer.Open($"{pattern} => lower switch");
        for (var i = 0; i < arm.Lower.Count; i++)
        {
            var (first, code) = arm.Lower[i];
            var isLast = i + 1 == arm.Lower.Count;
            var next = isLast ? (IpAddressValue?)null : IpAddressValue.IPv6(arm.Upper, arm.Lower[i + 1].Lower);
            var lowerPattern = isLast ? "_"
                : code == MatchCode.None ? $"< {SegmentCode.Hex(arm.Lower[i + 1].Lower)}"
                : $"<= {SegmentCode.Hex(arm.Lower[i + 1].Lower - 1)}";
            var end = next ?? (IpAddressValue.IPv6(arm.Upper, ulong.MaxValue).TryNext(out var after) ? after : null);
            writer.Line($"{lowerPattern} => {SegmentCode.Of(code)},{Comment(code, IpAddressValue.IPv6(arm.Upper, first), end)}");
        }

        writer.Close(",");
    }

    private static string Comment(int code, IpAddressValue first, IpAddressValue? next) =>
        code == MatchCode.None ? "" : next is { } end ? SegmentCode.Comment(first, end) : SegmentCode.Comment(first);
}
