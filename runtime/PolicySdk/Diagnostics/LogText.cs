using System.Globalization;

namespace PolicySdk.Diagnostics;

/// <summary>Text of others for the log. Whoever wrote it must not be able to write lines of his own.</summary>
internal static class LogText
{
    private const char Replacement = '?';

    /// <summary>Replaces control, format and separator characters, and cuts what is longer.</summary>
    internal static string Of(string text, int maximumLength)
    {
        var kept = text.AsSpan(0, Math.Min(text.Length, maximumLength));
        var suffix = text.Length > maximumLength ? "..." : "";
        return kept.ContainsAnyExceptInRange(' ', '~') || suffix.Length > 0
            ? string.Concat(Array.ConvertAll(kept.ToArray(), static character => IsSafe(character) ? character : Replacement), suffix)
            : text;
    }

    private static bool IsSafe(char character) => char.GetUnicodeCategory(character) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
