using PolicySdk.Generator.Emission;
using PolicySdk.Generator.Forms.Tables;
using PolicySdk.Matching;

namespace PolicySdk.Generator.Forms;

/// <summary>
/// From a range's index to its code. Nothing has to be kept where the ranges stand in the order of the entries; otherwise a table is,
/// of 16 bits where they suffice.
/// </summary>
internal sealed class RangeCodes
{
    private readonly IReadOnlyList<CodedRange> _ranges;
    private readonly NumberTable? _table;

    internal RangeCodes(IReadOnlyList<CodedRange> ranges)
    {
        _ranges = ranges;
        IsConstant = ranges.All(range => range.Code == First);
        IsConsecutive = First >= 0 && Enumerable.Range(0, ranges.Count).All(index => ranges[index].Code == First + index);
        var bits = ranges.All(static range => (short)range.Code == range.Code) ? 16 : 32;
        _table = IsConstant || IsConsecutive ? null : new("Codes", bits, ranges.Select(static range => unchecked((ulong)range.Code)).ToList());
    }

    private bool IsConstant { get; }

    private bool IsConsecutive { get; }

    private int First => _ranges[0].Code;

    /// <summary>Writes a method that answers with the code of the range that an expression finds, and the tables that both read.</summary>
    internal void WriteSearch(SourceWriter writer, LiteralRoom room, string signature, string name, string range, IEnumerable<NumberTable> tables)
    {
        writer.Line($"{signature} {Expression(name, range)};");
        foreach (var table in tables)
        {
            table.Write(writer, room, name);
        }

        _table?.Write(writer, room, name);
    }

    internal int Of(int range) => range < 0 ? MatchCode.None : _ranges[range].Code;

    private string Expression(string name, string range) =>
        IsConstant ? $"global::PolicySdk.Matching.RangeCode.Constant({SegmentCode.Of(First)}, {range})"
        : !IsConsecutive ? $"global::PolicySdk.Matching.RangeCode.Of({name}{_table!.Suffix}, {range})"
        : First > 0 ? $"global::PolicySdk.Matching.RangeCode.Consecutive({SegmentCode.Of(First)}, {range})"
        : range;
}
