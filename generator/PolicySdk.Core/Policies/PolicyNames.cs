using System.Text;

namespace PolicySdk.Policies;

/// <summary>Which names there may be, and what they are called in C#.</summary>
internal static class PolicyNames
{
    internal const int Length = 128;

    /// <summary>Names that a generated type can't have, because it or the class around it declares a member of that name.</summary>
    internal static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "All", "IpPolicies", "Name", "Revision", "Clients", "ClientIds", "CreateClientIds", "Entries", "EntryCount", "EntryTable", "Evaluate", "Of", "IsValid",
        "ReportUntil", "Choose", "Choice", "Lapsed", "ClientAddress", "FindClient", "FindAmongMany", "None",
    };

    /// <summary>Lower-case words of letters and digits, joined by single hyphens, the first starting with a letter.</summary>
    internal static bool IsPolicyName(string name) =>
        name.Length is > 0 and <= Length && name[0] is >= 'a' and <= 'z' && name[^1] != '-' && !name.Contains("--")
        && name.All(static c => c is '-' or (>= 'a' and <= 'z') or (>= '0' and <= '9'));

    /// <summary>Letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, at least one of them a letter or digit.</summary>
    internal static bool IsName(string name) =>
        name.Length is > 0 and <= Length && name.All(static c => c is '-' or '_' or '.' || IsLetterOrDigit(c)) && name.Any(IsLetterOrDigit);

    // The matchers of lists and their tables have the family in their names; members with a number have an underscore before it, which no policy's name has.
    internal static bool IsReserved(string identifier) =>
        Reserved.Contains(identifier) || identifier.Contains("IPv4") || identifier.Contains("IPv6");

    /// <summary>The words of a name as one identifier: <c>partner-api</c> becomes <c>PartnerApi</c>.</summary>
    internal static string ToIdentifier(string name)
    {
        var result = new StringBuilder(name.Length + 1);
        var startsWord = true;
        foreach (var c in name)
        {
            var isPart = IsLetterOrDigit(c);
            if (isPart)
            {
                result.Append(startsWord && c is >= 'a' and <= 'z' ? (char)(c - 32) : c);
            }

            startsWord = !isPart;
        }

        return result.Length > 0 && result[0] is >= '0' and <= '9' ? "_" + result : result.ToString();
    }

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
