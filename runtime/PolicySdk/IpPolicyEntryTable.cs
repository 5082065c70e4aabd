using System.Globalization;

namespace PolicySdk;

/// <summary>
/// Reads the entries that the generator writes as one literal: a row a line, its fields separated by tabs, those at the end left out that
/// are empty. A row without a list is of the list and the client of the row before, one without a file stands in the same file, and one
/// without a line number on the line after.
/// </summary>
internal static class IpPolicyEntryTable
{
    private const int FieldCount = 12;

    /// <summary>How many rows there are, without reading them.</summary>
    internal static int Count(ReadOnlySpan<char> table) => table.IsEmpty ? 0 : table.Count('\n') + 1;

    internal static IReadOnlyList<IpPolicyEntry> Read(ReadOnlySpan<char> table)
    {
        if (table.IsEmpty)
        {
            return [];
        }

        var entries = new IpPolicyEntry[Count(table)];
        var row = 0;
        foreach (var line in table.Split('\n'))
        {
            entries[row] = ReadRow(table[line].ToString().Split('\t'), row == 0 ? null : entries[row - 1]);
            row++;
        }

        return Array.AsReadOnly(entries);
    }

    private static IpPolicyEntry ReadRow(string[] fields, IpPolicyEntry? before)
    {
        var isTorn = fields.Length > FieldCount || Field(0).Length == 0 || (before is null && (Field(1).Length == 0 || Field(10).Length == 0))
            || (Field(1).Length == 0 && Field(2).Length > 0) || (Field(10).Length > 0 && Field(11).Length == 0);
        if (isTorn)
        {
            throw new InvalidOperationException("The generated table of entries and this version of PolicySdk do not fit: rebuild the project.");
        }

        var isOfListBefore = Field(1).Length == 0;
        return new(
            isOfListBefore ? before!.List : Enum.Parse<IpPolicyList>(Field(1)),
            isOfListBefore ? before!.ClientId : Optional(Field(2)),
            Field(0),
            Optional(Field(3)),
            Optional(Field(4)),
            Optional(Field(5)),
            Optional(Field(6)),
            Day(Field(7)),
            Day(Field(8)),
            Field(9).Length == 0 ? [] : Field(9).Split(','),
            Field(10).Length == 0 ? before!.File : Field(10),
            Field(11).Length == 0 ? before!.Line + 1 : int.Parse(Field(11), CultureInfo.InvariantCulture));

        string Field(int index) => index < fields.Length ? fields[index] : "";
    }

    private static string? Optional(string field) => field.Length == 0 ? null : field;

    private static DateOnly? Day(string field) =>
        field.Length == 0 ? null : DateOnly.ParseExact(field, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
