using System.Globalization;

namespace PolicySdk.Diagnostics;

/// <summary>A client id for the log. It may come from the caller, who must not be able to write lines of his own.</summary>
internal static class ClientIdText
{
    internal const int MaximumLength = 64;

    private const char Replacement = '?';

    internal static string? Of(string? clientId)
    {
        if (clientId is null)
        {
            return null;
        }

        var kept = clientId.AsSpan(0, Math.Min(clientId.Length, MaximumLength));
        var suffix = clientId.Length > MaximumLength ? "..." : "";
        return kept.ContainsAnyExceptInRange(' ', '~') || suffix.Length > 0
            ? string.Concat(Array.ConvertAll(kept.ToArray(), static character => IsSafe(character) ? character : Replacement), suffix)
            : clientId;
    }

    private static bool IsSafe(char character) => char.GetUnicodeCategory(character) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
