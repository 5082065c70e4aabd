using System.Globalization;
using System.Text;
using PolicySdk.Collections;
using PolicySdk.Matching;

namespace PolicySdk.Generator.Emission;

/// <summary>
/// Writes a long list as a table: the boundaries of its segments and their codes as string literals of escapes, the form that costs the
/// compiler least. Very long ones are written as spans, because an assembly has room for few such literals.
/// </summary>
internal static class TableEmitter
{
    private const int SegmentsOfLiteral = 262_144;

    internal static void WriteIPv4(SourceWriter writer, EquatableArray<MatchSegment> segments, string name, string signature)
    {
        writer.Line($"{signature} global::PolicySdk.IpRangeTable.Find({name}Boundaries, {name}Codes, address);");
        var isLiteral = segments.Count <= SegmentsOfLiteral;
        Write(writer, $"{name}Boundaries", isLiteral, "uint", segments.Skip(1).Select(static segment => segment.First.Lower), 2);
        Write(writer, $"{name}Codes", isLiteral, "uint", segments.Select(static segment => (ulong)unchecked((uint)segment.Code)), 2);
    }

    internal static void WriteIPv6(SourceWriter writer, EquatableArray<MatchSegment> segments, string name, string signature)
    {
        writer.Line($"{signature} global::PolicySdk.IpRangeTable.Find({name}Uppers, {name}Lowers, {name}Codes, upper, lower);");
        var isLiteral = segments.Count <= SegmentsOfLiteral;
        Write(writer, $"{name}Uppers", isLiteral, "ulong", segments.Skip(1).Select(static segment => segment.First.Upper), 4);
        Write(writer, $"{name}Lowers", isLiteral, "ulong", segments.Skip(1).Select(static segment => segment.First.Lower), 4);
        Write(writer, $"{name}Codes", isLiteral, "uint", segments.Select(static segment => (ulong)unchecked((uint)segment.Code)), 2);
    }

    private static void Write(SourceWriter writer, string name, bool isLiteral, string type, IEnumerable<ulong> values, int characters)
    {
        writer.Line();
        if (isLiteral)
        {
            writer.Line($"private static string {name} => \"{Escape(values, characters)}\";");
            return;
        }

        writer.Line("#nullable disable");
        writer.Line($"private static global::System.ReadOnlySpan<{type}> {name} => [{string.Join(",", values.Select(static value => value.ToString(CultureInfo.InvariantCulture)))}];");
        writer.Line("#nullable enable");
    }

    private static string Escape(IEnumerable<ulong> values, int characters)
    {
        var text = new StringBuilder();
        foreach (var value in values)
        {
            for (var i = 0; i < characters; i++)
            {
                text.Append("\\u").Append(((value >> (16 * i)) & 0xFFFF).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }
}
