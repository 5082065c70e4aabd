using Microsoft.CodeAnalysis;
using PolicySdk.Policies;
using PolicySdk.Yaml;

namespace PolicySdk.Generator.Emission;

/// <summary>
/// Writes the entries of a policy with their places, as one UTF-8 literal: a row a line, fields separated by tabs. A source of its
/// own, so that a moved line leaves the matcher as it is.
/// </summary>
internal static class EntriesEmitter
{
    /// <summary>Up to here each row stands on a line of its own; a longer chain of literals would cost the compiler too much.</summary>
    private const int RowsOnLines = 256;

    internal static void Emit(SourceProductionContext context, EntriesModel model, string targetNamespace)
    {
        var writer = SourceWriter.StartFile(targetNamespace, "the policy's file and its networks");
        writer.Open("public static partial class IpPolicies");
        if (model.Name is { } name)
        {
            writer.Line($"[global::PolicySdk.IpPolicySource({CSharpText.Literal(name.File)}, {CSharpText.Number(name.Line)}, {CSharpText.Number(name.Column)}, {CSharpText.Number(name.Length)})]");
        }

        writer.Open($"public sealed partial class {model.Identifier}");
        writer.Line("/// <inheritdoc/>");
        writer.Line("protected override global::System.ReadOnlySpan<byte> EntryTable =>");
        foreach (var line in Rows(model))
        {
            writer.Line("    " + line);
        }

        writer.Close();
        writer.Close();
        context.AddSource($"IpPolicies.{model.Identifier}.Entries.g.cs", writer.ToSourceText());
    }

    private static IEnumerable<string> Rows(EntriesModel model)
    {
        var rows = model.Rows.Select((row, index) => Row(row, index == 0 ? "" : model.Rows[index - 1].File) + (index + 1 < model.Rows.Count ? "\n" : "")).ToList();
        if (rows.Count is 0 or > RowsOnLines)
        {
            return [CSharpText.Literal(string.Concat(rows)) + "u8;"];
        }

        return rows.Select((row, index) => CSharpText.Literal(row) + (index + 1 < rows.Count ? "u8 +" : "u8;"));
    }

    private static string Row(EntryRow row, string fileBefore) => string.Join(
        "\t",
        new[]
        {
            row.List.ToString(),
            row.ClientId,
            row.Text,
            row.Network,
            row.Note,
            row.Owner,
            row.Ticket,
            row.From?.ToString(),
            row.Expires?.ToString(),
            string.Join(",", row.OnlyIn),
            row.File == fileBefore ? "" : row.File,
            CSharpText.Number(row.Line),
        }.Select(static field => Field(field ?? "")));

    // The reader of files refuses control characters and halves of characters in texts; a path comes from elsewhere.
    private static string Field(string text) => YamlTextCheck.IndexOfForbidden(text, mayBreakLines: false) < 0 ? text : CSharpText.Comment(text);
}
