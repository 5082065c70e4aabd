using System.Text;

namespace PolicySdk.Policies;

/// <summary>An entry as one line for people, without its place.</summary>
internal static class EntryTexts
{
    internal static string Describe(EntryRow row)
    {
        var text = new StringBuilder(row.Text);
        Append(" for ", row.ClientId);
        Append(", blocked", row.List == EntryList.Block ? "" : null);
        Append(" of network ", row.Network);
        Append(": ", row.Note);
        Append(" [", row.Ticket is null ? null : row.Ticket + "]");
        Append(", from ", row.From?.ToString());
        Append(", expires ", row.Expires?.ToString());
        Append(", only in ", row.OnlyIn.Count == 0 ? null : string.Join(", ", row.OnlyIn));
        return text.ToString();

        void Append(string prefix, string? value)
        {
            if (value is not null)
            {
                text.Append(prefix).Append(value);
            }
        }
    }
}
