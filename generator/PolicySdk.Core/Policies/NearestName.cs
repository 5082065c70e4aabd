namespace PolicySdk.Policies;

/// <summary>Guesses which name was meant where one is not known: a key, a network, a client, a policy.</summary>
internal static class NearestName
{
    /// <summary>The known name that was probably meant, or null if none is near.</summary>
    internal static string? Find(string name, IEnumerable<string> known)
    {
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in known)
        {
            // The lengths alone tell most candidates apart, without the work of a comparison.
            var allowed = Math.Min(Math.Max(1, candidate.Length / 3), bestDistance - 1);
            if (Math.Abs(name.Length - candidate.Length) <= allowed && Distance(name, candidate) is var distance && distance <= allowed)
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
