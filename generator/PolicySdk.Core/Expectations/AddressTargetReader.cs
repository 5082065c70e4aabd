using PolicySdk.Addresses;
using PolicySdk.Policies;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Expectations;

/// <summary>Reads the addresses that a claim speaks of.</summary>
internal static class AddressTargetReader
{
    private const string AddressMarks = "0123456789abcdefABCDEFxX.:/*-%[]";

    internal static List<AddressTarget>? ReadList(string key, YamlNode node, ProblemList problems)
    {
        if (node is YamlSequence { Items.Count: > 0 } sequence)
        {
            return ReadAll(key, sequence.Items, problems);
        }

        problems.Add(node is YamlSequence ? RuleIds.EmptyList : RuleIds.WrongShape, node.Range, $"'{key}' must be a list of addresses, prefixes, ranges and names of networks: [10.0.0.0/8, office].");
        return null;
    }

    /// <summary>Reads all of them, so that every fault is told; null if there is one.</summary>
    internal static List<AddressTarget>? ReadAll(string key, IReadOnlyList<YamlNode> nodes, ProblemList problems)
    {
        var targets = nodes.Select(node => Read(key, node, problems)).OfType<AddressTarget>().ToList();
        return targets.Count == nodes.Count ? targets : null;
    }

    private static AddressTarget? Read(string key, YamlNode node, ProblemList problems)
    {
        if (node is not YamlScalar { IsAbsent: false } scalar)
        {
            problems.Add(RuleIds.WrongShape, node.Range, $"'{key}' takes an address, a prefix, first-last or the name of a network, but is {node.Kind}.");
            return null;
        }

        if (UnquotedAddress.IsIn(scalar))
        {
            UnquotedAddress.Report(problems, scalar.Range, scalar.Text);
            return null;
        }

        if (IpEntryText.TryParse(scalar.Text, out var addresses, out var fault))
        {
            return new(scalar.Range, addresses, null);
        }

        if (PolicyNames.IsName(scalar.Text) && !LooksLikeAddress(scalar.Text))
        {
            return new(scalar.Range, null, scalar.Text);
        }

        AddressRules.Report(problems, scalar, fault);
        return null;
    }

    // Most texts of addresses could be names of networks too; one with dots that holds nothing else is a mistyped address.
    private static bool LooksLikeAddress(string text) => text.IndexOf('.') >= 0 && text.Any(static c => c is >= '0' and <= '9') && text.All(static c => AddressMarks.IndexOf(c) >= 0);
}
