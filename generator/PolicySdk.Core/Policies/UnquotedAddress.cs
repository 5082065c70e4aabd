using PolicySdk.Addresses;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>An address that ends in a colon and stands without quotes: YAML reads <c>- fe80::</c> as a key named <c>fe80:</c>.</summary>
internal static class UnquotedAddress
{
    /// <summary>The address that was probably meant by a mapping with one key and no value, or null.</summary>
    internal static string? Find(YamlMapping mapping)
    {
        if (mapping.Pairs.Count != 1 || mapping.Pairs[0].Value is not YamlScalar { IsAbsent: true })
        {
            return null;
        }

        var key = mapping.Pairs[0].Key.Text;
        return IsAddress(key + ":") ? key + ":" : IsAddress(key) ? key : null;
    }

    /// <summary>The same for a line that YAML can't read because of it: <c>ip: fe80::</c>. Null if the line shows no such address.</summary>
    internal static string? FindInLine(string text, int position)
    {
        var start = text.LastIndexOf('\n', Math.Max(0, Math.Min(position, text.Length) - 1)) + 1;
        var end = text.IndexOf('\n', start);
        var line = text.Substring(start, (end < 0 ? text.Length : end) - start);
        return line.Split(' ', ',', '{', '}', '[', ']', '\t', '\r').FirstOrDefault(static word => word.EndsWith("::", StringComparison.Ordinal) && IsAddress(word));
    }

    internal static void Report(ProblemList problems, TextRange range, string address) =>
        problems.Add(RuleIds.UnquotedAddress, range, $"YAML reads an unquoted address that ends in ':' as a key. Quote it: \"{address}\".");

    private static bool IsAddress(string text) => IpEntryText.TryParse(text, out _, out _);
}
