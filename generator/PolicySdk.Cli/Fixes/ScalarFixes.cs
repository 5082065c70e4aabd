using PolicySdk.Addresses;
using PolicySdk.Cli.Editing;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Cli.Fixes;

/// <summary>Fixes that write an address in another way.</summary>
internal static class ScalarFixes
{
    internal static readonly string[] Rules = [RuleIds.UnquotedAddress, RuleIds.HostBitsSet, RuleIds.EmbeddedIPv4, RuleIds.NonCanonicalText];

    /// <summary>The edit that mends a problem, or null.</summary>
    internal static TextEdit? Find(string text, YamlMapping? root, Problem problem)
    {
        if (problem.Rule == RuleIds.UnquotedAddress)
        {
            return Quoted(text, problem.Range);
        }

        return root is not null && ScalarAt(root, problem.Range.Start) is { } scalar && Better(scalar.Text, problem.Rule) is { } better
            ? new(scalar.Range.Start, scalar.Range.Length, YamlScalars.Write(better))
            : null;
    }

    // Where the address ends with a colon, YAML takes that for the end of a key.
    private static TextEdit? Quoted(string text, TextRange range)
    {
        var (start, end) = (range.Start, range.Start + range.Length);
        end += !IsAddress(start, end) && end < text.Length && text[end] == ':' ? 1 : 0;
        return IsAddress(start, end) ? new(start, end - start, $"\"{text[start..end]}\"") : null;

        bool IsAddress(int first, int last) => IpEntryText.TryParse(text[first..last], out _, out _);
    }

    private static string? Better(string address, string rule)
    {
        var isParsed = IpEntryText.TryParse(address, out var range, out var fault);
        return rule switch
        {
            RuleIds.HostBitsSet when fault.Kind == IpTextFaultKind.HostBitsSet => Masked(address),
            RuleIds.EmbeddedIPv4 when fault.Kind == IpTextFaultKind.Mapped => new IpRange(range.First.EmbeddedIPv4(), range.Last.EmbeddedIPv4()).ToString(),
            RuleIds.NonCanonicalText when isParsed => CanonicalTextRule.Canonical(range, address),
            _ => null,
        };
    }

    private static string? Masked(string address)
    {
        var slash = address.IndexOf('/', StringComparison.Ordinal);
        return IpEntryText.TryParseAddress(IpTextSpan.Of(address[..slash]), out var host, out _)
            && int.TryParse(address[(slash + 1)..], System.Globalization.NumberStyles.None, null, out var length)
            ? IpPrefix.Containing(host, length).ToString()
            : null;
    }

    private static YamlScalar? ScalarAt(YamlNode node, int position) => node switch
    {
        _ when position < node.Range.Start || position >= YamlText.End(node) => null,
        YamlScalar scalar => scalar,
        YamlSequence list => First(list.Items, position),
        YamlMapping mapping => First(mapping.Pairs.Select(static pair => pair.Value), position),
        _ => null,
    };

    private static YamlScalar? First(IEnumerable<YamlNode> nodes, int position) =>
        nodes.Select(node => ScalarAt(node, position)).FirstOrDefault(static found => found is not null);
}
