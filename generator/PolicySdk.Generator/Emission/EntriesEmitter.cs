using Microsoft.CodeAnalysis;
using PolicySdk.Generator.Forms.Tables;
using PolicySdk.Policies;
using PolicySdk.Yaml;

namespace PolicySdk.Generator.Emission;

/// <summary>
/// Writes the entries of a policy with their places, as one literal: a row a line, fields separated by tabs. What follows from the row
/// before is left out, so that the row of a plain list is little more than its address. A source of its own, so that a moved line leaves
/// the matcher as it is.
/// </summary>
internal static class EntriesEmitter
{
    /// <summary>Up to here each row stands on a line of its own; a longer chain of literals would cost the compiler too much.</summary>
    private const int RowsOnLines = 256;

    internal static void Emit(SourceProductionContext context, EntriesModel model, string targetNamespace, LiteralRoom room)
    {
        var writer = SourceWriter.StartFile(targetNamespace, "the policy's file and its networks");
        writer.Open("public static partial class IpPolicies");
        if (model.Name is { } name)
        {
            writer.Line($"[global::PolicySdk.IpPolicySource({CSharpText.Literal(name.File)}, {CSharpText.Number(name.Line)}, {CSharpText.Number(name.Column)}, {CSharpText.Number(name.Length)})]");
        }

        writer.Open($"public sealed partial class {model.Identifier}");
        writer.Line("/// <inheritdoc/>");
        writer.Line($"protected override int EntryCount => {CSharpText.Number(model.Rows.Count)};");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("protected override global::System.ReadOnlySpan<char> EntryTable =>");
        foreach (var line in Rows(model, room))
        {
            writer.Line("    " + line);
        }

        writer.Close();
        writer.Close();
        context.AddSource($"IpPolicies.{model.Identifier}.Entries.g.cs", writer.ToSourceText());
    }

    private static IEnumerable<string> Rows(EntriesModel model, LiteralRoom room)
    {
        var rows = model.Rows.Select((row, index) => Row(row, index == 0 ? null : model.Rows[index - 1]) + (index + 1 < model.Rows.Count ? "\n" : "")).ToList();
        if (!room.TryTake(rows.Sum(static row => row.Length)))
        {
            // The compiler takes ten times as long for a literal of bytes.
            return [$"global::PolicySdk.Matching.LiteralTable.Text({CSharpText.Literal(string.Concat(rows))}u8);"];
        }

        if (rows.Count is 0 or > RowsOnLines)
        {
            return [CSharpText.Literal(string.Concat(rows)) + ";"];
        }

        return rows.Select((row, index) => CSharpText.Literal(row) + (index + 1 < rows.Count ? " +" : ";"));
    }

    private static string Row(EntryRow row, EntryRow? before)
    {
        var isOfListBefore = row.List == before?.List && row.ClientId == before.ClientId;
        var fields = new[]
        {
            row.Text,
            isOfListBefore ? "" : row.List.ToString(),
            isOfListBefore ? "" : row.ClientId,
            row.Network,
            row.Note,
            row.Owner,
            row.Ticket,
            row.From?.ToString(),
            row.Expires?.ToString(),
            string.Join(",", row.OnlyIn),
            row.File == before?.File ? "" : row.File,
            row.File == before?.File && row.Line == before.Line + 1 ? "" : CSharpText.Number(row.Line),
        };
        return string.Join("\t", fields.Select(static field => Field(field ?? ""))).TrimEnd('\t');
    }

    // The reader of files refuses control characters and halves of characters in texts; a path comes from elsewhere.
    private static string Field(string text) => YamlTextCheck.IndexOfForbidden(text, mayBreakLines: false) < 0 ? text : CSharpText.Comment(text);
}
