using PolicySdk.Matching;

namespace PolicySdk.Policies;

/// <summary>The fingerprint of a policy: SHA-256 over what it says, one line a fact, places left out.</summary>
internal static class PolicyRevision
{
    private static readonly string Always = Describe(EntryCondition.Always);

    /// <summary>Computes it of a policy, its rows, and its lists, whose pieces name rows by index.</summary>
    internal static string Compute(PolicyDocument document, IReadOnlyList<EntryRow> rows, IReadOnlyList<IReadOnlyList<MatchPiece>> lists)
    {
        using var lines = new HashedLines();
        lines.Start("policy").Field(document.Name).Field(document.Owner).Field(document.Description).Field(document.ReportUntil?.ToString()).End();
        foreach (var client in document.Clients)
        {
            lines.Start("client").Field(client.Id).Field(client.Owner).Field(client.Description).End();
        }

        foreach (var row in rows)
        {
            lines.Start("entry").Field(NameOf(row.List)).Field(row.ClientId).Field(row.Text).Field(row.Network).Field(row.Note).Field(row.Owner).Field(row.Ticket)
                .Field(row.From?.ToString()).Field(row.Expires?.ToString()).Field(row.OnlyIn.Count == 0 ? "" : string.Join(",", row.OnlyIn)).End();
        }

        for (var index = 0; index < lists.Count; index++)
        {
            foreach (var piece in lists[index])
            {
                lines.Start("piece").Field(index).Field(piece.Entry).Field(TextOf(piece, rows)).Field(ReferenceEquals(piece.Condition, EntryCondition.Always) ? Always : Describe(piece.Condition)).End();
            }
        }

        return lines.Finish();
    }

    // Enum.ToString allocates.
    private static string NameOf(EntryList list) => list switch
    {
        EntryList.Allow => nameof(EntryList.Allow),
        EntryList.Client => nameof(EntryList.Client),
        _ => nameof(EntryList.Block),
    };

    // The row has the text already of an entry from which nothing was cut away.
    private static string TextOf(MatchPiece piece, IReadOnlyList<EntryRow> rows) => piece.Range == piece.Width ? rows[piece.Entry].Text : piece.Range.ToString();

    private static string Describe(EntryCondition condition) =>
        $"{condition.From}..{condition.Expires} in {string.Join(",", condition.OnlyIn)} unless ({string.Join(";", condition.Unless.Select(Describe))})";
}
