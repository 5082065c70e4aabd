using System.Globalization;
using System.Text;

namespace PolicySdk;

/// <summary>
/// Reads the entries that the generator writes as one UTF-8 literal: a row a line, its fields separated by tabs, an empty field for
/// what is absent. A row whose file is empty stands in the file of the row before.
/// </summary>
internal static class IpPolicyEntryTable
{
    private const int FieldCount = 12;

    /// <summary>How many rows there are, without reading them.</summary>
    internal static int Count(ReadOnlySpan<byte> table) => table.IsEmpty ? 0 : table.Count((byte)'\n') + 1;

    internal static IReadOnlyList<IpPolicyEntry> Read(ReadOnlySpan<byte> table)
    {
        if (table.IsEmpty)
        {
            return [];
        }

        var rows = Encoding.UTF8.GetString(table).Split('\n');
        var entries = new IpPolicyEntry[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            entries[i] = ReadRow(rows[i].Split('\t'), i == 0 ? "" : entries[i - 1].File);
        }

        return Array.AsReadOnly(entries);
    }

    private static IpPolicyEntry ReadRow(string[] fields, string fileBefore)
    {
        if (fields.Length != FieldCount)
        {
            throw new InvalidOperationException("The generated table of entries and this version of PolicySdk do not fit: rebuild the project.");
        }

        return new(
            Enum.Parse<IpPolicyList>(fields[0]),
            Optional(fields[1]),
            fields[2],
            Optional(fields[3]),
            Optional(fields[4]),
            Optional(fields[5]),
            Optional(fields[6]),
            Day(fields[7]),
            Day(fields[8]),
            fields[9].Length == 0 ? [] : fields[9].Split(','),
            fields[10].Length == 0 ? fileBefore : fields[10],
            int.Parse(fields[11], CultureInfo.InvariantCulture));
    }

    private static string? Optional(string field) => field.Length == 0 ? null : field;

    private static DateOnly? Day(string field) =>
        field.Length == 0 ? null : DateOnly.ParseExact(field, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
