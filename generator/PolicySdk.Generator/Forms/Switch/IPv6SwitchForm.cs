using PolicySdk.Addresses;
using PolicySdk.Generator.Emission;
using PolicySdk.Generator.Forms.Tables;
using PolicySdk.Matching;

namespace PolicySdk.Generator.Forms.Switch;

/// <summary>A few IPv6 ranges: a switch over the upper half, inside it one over the lower half where an entry is longer than /64.</summary>
internal sealed class IPv6SwitchForm(IReadOnlyList<IPv6Arm> arms) : MatchForm
{
    internal override void Write(SourceWriter writer, LiteralRoom room, string name)
    {
        writer.Open($"{Signature(IpAddressFamily.IPv6, name)} upper switch");
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

    internal override int Find(IpAddressValue address)
    {
        var arm = arms.TakeWhile(arm => arm.Upper <= address.Upper).Last();
        return arm.Lower.Count == 0 ? arm.Code : arm.Lower.TakeWhile(part => part.Lower <= address.Lower).Last().Code;
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
