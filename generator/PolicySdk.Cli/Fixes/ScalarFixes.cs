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
            var colon = problem.Range.Start + problem.Range.Length;
            var address = text.Substring(problem.Range.Start, problem.Range.Length);
            return IpEntryText.TryParse(address, out _, out _) ? new(problem.Range.Start, problem.Range.Length, $"\"{address}\"")
                : colon < text.Length && text[colon] == ':' && IpEntryText.TryParse(address + ":", out _, out _) ? new(problem.Range.Start, problem.Range.Length + 1, $"\"{address}:\"")
                : null;
        }

        return root is not null && ScalarAt(root, problem.Range.Start) is { } scalar && Better(scalar.Text, problem.Rule) is { } better
            ? new(scalar.Range.Start, scalar.Range.Length, YamlScalars.Write(better))
            : null;
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
        return IpEntryText.TryParseAddress(IpTextSpan.Of(address[..slash]), out var host, out _) && int.TryParse(address[(slash + 1)..], System.Globalization.NumberStyles.None, null, out var length)
            ? IpPrefix.Containing(host, length).ToString()
            : null;
    }

    private static YamlScalar? ScalarAt(YamlNode node, int position) => node switch
    {
        YamlScalar scalar => scalar.Range.Start <= position && position < YamlText.End(scalar) ? scalar : null,
        YamlSequence list => list.Items.Where(item => Spans(item, position)).Select(item => ScalarAt(item, position)).FirstOrDefault(static found => found is not null),
        YamlMapping mapping => mapping.Pairs.Select(static pair => pair.Value).Where(value => Spans(value, position)).Select(value => ScalarAt(value, position)).FirstOrDefault(static found => found is not null),
        _ => null,
    };

    private static bool Spans(YamlNode node, int position) => node.Range.Start <= position && position < YamlText.End(node);
}
