using PolicySdk.Addresses;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>An address that ends in a colon and stands without quotes: YAML reads <c>- fe80::</c> as a key named <c>fe80:</c>.</summary>
internal static class UnquotedAddress
{
    private const string Separators = " \t\r\n,{}[]#";

    /// <summary>The address that was probably meant by a mapping with one key and no value, or null.</summary>
    internal static (string Address, TextRange Range)? Find(YamlMapping mapping) =>
        mapping.Pairs.Count == 1 && mapping.Pairs[0] is { Key: { IsPlain: true } key, Value: YamlScalar { IsAbsent: true } } && AddressOf(key.Text) is { } address
            ? (address, key.Range.Part(0, address.Length))
            : null;

    /// <summary>Whether a text is such an address that this reader takes as meant, in <c>{ip: fe80::}</c>, and others take as a key.</summary>
    internal static bool IsIn(YamlScalar scalar) => scalar.IsPlain && scalar.Text.EndsWith(":", StringComparison.Ordinal) && IsAddress(scalar.Text);

    /// <summary>The same for a line that YAML can't read because of it: <c>ip: fe80::</c>. Null if the line shows no such address.</summary>
    internal static (string Address, TextRange Range)? FindInLine(string text, TextRange fault)
    {
        var lineStart = fault.Start - fault.Column;
        var start = lineStart;
        for (var i = lineStart; i <= text.Length; i++)
        {
            if (i < text.Length && Separators.IndexOf(text[i]) < 0)
            {
                continue;
            }

            if (i > start && text[i - 1] == ':' && AddressOf(text.Substring(start, i - 1 - start)) is { } address)
            {
                return (address, new(start, i - start, fault.Line, start - lineStart, fault.Line, i - lineStart));
            }

            if (i == text.Length || text[i] is '\n' or '\r' or '#')
            {
                break;
            }

            start = i + 1;
        }

        return null;
    }

    internal static void Report(ProblemList problems, TextRange range, string address) =>
        problems.Add(RuleIds.UnquotedAddress, range, $"YAML reads an unquoted address that ends in ':' as a key. Quote it: \"{address}\".");

    /// <summary>The address that a key stands for: with the colon that YAML took off if that makes one, else as it is.</summary>
    private static string? AddressOf(string key) => IsAddress(key + ":") ? key + ":" : IsAddress(key) ? key : null;

    private static bool IsAddress(string text) => IpEntryText.TryParse(text, out _, out _);
}
