using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PolicySdk.Matching;

namespace PolicySdk.Policies;

/// <summary>
/// The fingerprint of a policy: SHA-256 over what it says, one line a fact, places left out. Fields are separated by a character that
/// no text can hold, so that no two contents read alike.
/// </summary>
internal static class PolicyRevision
{
    private const char Separator = '\u001F';

    internal static string Compute(PolicyDocument document, IEnumerable<EntryRow> rows, IEnumerable<IReadOnlyList<MatchPiece>> lists)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Line("policy", document.Name, document.Owner, document.Description, document.ReportUntil?.ToString());
        foreach (var client in document.Clients)
        {
            Line("client", client.Id, client.Owner, client.Description);
        }

        foreach (var row in rows)
        {
            Line("entry", row.List.ToString(), row.ClientId, row.Text, row.Network, row.Note, row.Owner, row.Ticket, row.From?.ToString(), row.Expires?.ToString(), string.Join(",", row.OnlyIn));
        }

        foreach (var (pieces, index) in lists.Select(static (pieces, index) => (pieces, index)))
        {
            foreach (var piece in pieces)
            {
                Line("piece", Number(index), Number(piece.Entry), piece.Range.ToString(), Describe(piece.Condition));
            }
        }

        return string.Concat(sha256.GetHashAndReset().Select(static value => value.ToString("x2", CultureInfo.InvariantCulture)));

        void Line(params string?[] fields) => sha256.AppendData(Encoding.UTF8.GetBytes(string.Join(Separator.ToString(), fields) + "\n"));
    }

    private static string Describe(EntryCondition condition) =>
        $"{condition.From}..{condition.Expires} in {string.Join(",", condition.OnlyIn)} unless ({string.Join(";", condition.Unless.Select(Describe))})";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
