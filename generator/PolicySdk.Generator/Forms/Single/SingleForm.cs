using PolicySdk.Addresses;
using PolicySdk.Generator.Emission;
using PolicySdk.Generator.Forms.Tables;
using PolicySdk.Matching;

namespace PolicySdk.Generator.Forms.Single;

/// <summary>One range: a subtraction and a comparison, which answer for both ends at once as numbers below the first address wrap around.</summary>
internal sealed class SingleForm(CodedRange range) : MatchForm
{
    /// <summary>Whether the range can be told by its halves: IPv6 needs it to be of whole upper halves, or within one.</summary>
    internal static bool Fits(CodedRange range) => IsOfUppers(range) || range.First.Upper == range.Last.Upper;

    internal override void Write(SourceWriter writer, LiteralRoom room, string name)
    {
        writer.Line(Signature(range.First.Family, name));
        writer.Line($"    {Condition} ? {SegmentCode.Of(range.Code)} : None; // {range.Addresses}");
    }

    internal override int Find(IpAddressValue address)
    {
        var isIn = unchecked(
            range.First.Family == IpAddressFamily.IPv4 ? (uint)(address.Lower - range.First.Lower) <= (uint)(range.Last.Lower - range.First.Lower)
            : IsOfUppers(range) ? address.Upper - range.First.Upper <= range.Last.Upper - range.First.Upper
            : address.Upper == range.First.Upper && address.Lower - range.First.Lower <= range.Last.Lower - range.First.Lower);
        return isIn ? range.Code : MatchCode.None;
    }

    private string Condition =>
        range.First.Family == IpAddressFamily.IPv4 ? Within("address", (uint)range.First.Lower, (uint)range.Last.Lower)
        : IsOfUppers(range) ? Within("upper", range.First.Upper, range.Last.Upper)
        : $"upper == {SegmentCode.Hex(range.First.Upper)} && {Within("lower", range.First.Lower, range.Last.Lower)}";

    private static bool IsOfUppers(CodedRange range) => range.First.Lower == 0 && range.Last.Lower == ulong.MaxValue;

    private static string Within(string value, uint first, uint last) =>
        first == last ? $"{value} == {SegmentCode.Hex(first)}" : $"unchecked({value} - {SegmentCode.Hex(first)}) <= {SegmentCode.Hex(last - first)}";

    private static string Within(string value, ulong first, ulong last) =>
        first == last ? $"{value} == {SegmentCode.Hex(first)}" : $"unchecked({value} - {SegmentCode.Hex(first)}) <= {SegmentCode.Hex(last - first)}";
}
