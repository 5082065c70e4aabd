namespace PolicySdk.Policies;

/// <summary>The keys of the language, and which may stand where.</summary>
internal static class Keys
{
    internal const string Policy = "policy";
    internal const string Description = "description";
    internal const string Owner = "owner";
    internal const string Mode = "mode";
    internal const string ReportUntil = "report-until";
    internal const string Allow = "allow";
    internal const string Clients = "clients";
    internal const string Block = "block";
    internal const string Networks = "networks";
    internal const string Addresses = "addresses";
    internal const string Ip = "ip";
    internal const string Net = "net";
    internal const string Except = "except";
    internal const string Note = "note";
    internal const string Ticket = "ticket";
    internal const string From = "from";
    internal const string Expires = "expires";
    internal const string OnlyIn = "only-in";
    internal const string Off = "off";

    internal static readonly string[] OfPolicy = [Policy, Description, Owner, Mode, Allow, Clients, Block];
    internal static readonly string[] OfMode = [ReportUntil];
    internal static readonly string[] OfClient = [Owner, Description, Allow];
    internal static readonly string[] OfNetworksFile = [Networks];
    internal static readonly string[] OfNetwork = [Owner, Description, Addresses];
    internal static readonly string[] OfEntry = [Ip, Net, Except, Note, Owner, Ticket, From, Expires, OnlyIn, Off];

    /// <summary>The known key that was probably meant, or null if none is near.</summary>
    internal static string? Nearest(string key, IEnumerable<string> known)
    {
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in known)
        {
            // The lengths alone tell most candidates apart, without the work of a comparison.
            var allowed = Math.Min(Math.Max(1, candidate.Length / 3), bestDistance - 1);
            if (Math.Abs(key.Length - candidate.Length) <= allowed && Distance(key, candidate) is var distance && distance <= allowed)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>Levenshtein distance, ignoring case.</summary>
    private static int Distance(string left, string right)
    {
        (left, right) = (left.ToLowerInvariant(), right.ToLowerInvariant());
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
