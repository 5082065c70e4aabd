using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>Reads the entries of a list. An entry that can't be read is reported and left out, so that one fault gives one problem.</summary>
internal static class EntryReader
{
    private static readonly string[] Switches = ["true", "false", "yes", "no", "on", "off", "y", "n", "0", "1", "null", "~"];

    /// <summary>Reads a list whose entries let callers in, and checks what it lets in.</summary>
    /// <param name="key">The key of the list.</param>
    /// <param name="node">The list.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="name">What the list is called: the name of its network.</param>
    internal static EquatableArray<PolicyEntry> ReadAllowed(string key, YamlNode? node, ProblemList problems, string? name = null)
    {
        var entries = ReadList(key, node, problems);
        var isPrivate = NearPrivateRule.IsNamedPrivate(name);
        foreach (var entry in entries.Where(static entry => entry.Off is null))
        {
            WorldOpenRule.CheckEntry(entry, problems);
            WellKnownRangeRules.Check(entry, problems);
            NearPrivateRule.Check(entry, isPrivate, problems);
        }

        return entries;
    }

    internal static EquatableArray<PolicyEntry> ReadList(string key, YamlNode? node, ProblemList problems)
    {
        if (node is not YamlSequence sequence)
        {
            if (node is not null)
            {
                var rule = node is YamlScalar { IsAbsent: true } ? RuleIds.EmptyList : RuleIds.WrongShape;
                problems.Add(rule, node.Range, $"'{key}' must be a list of entries, but is {node.Kind}. Write each entry on a line of its own, after '- '.");
            }

            return [];
        }

        if (sequence.Items.Count == 0)
        {
            problems.Add(RuleIds.EmptyList, sequence.Range, $"'{key}' is empty. An empty list is never \"everyone\": write an entry, or leave the key out.");
        }

        var entries = new List<PolicyEntry>(sequence.Items.Count);
        foreach (var item in sequence.Items)
        {
            if (Read(item, problems) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries.ToEquatableArray();
    }

    private static PolicyEntry? Read(YamlNode node, ProblemList problems)
    {
        switch (node)
        {
            case YamlScalar scalar:
                return ReadAddress(scalar, problems) is { } addresses ? WithText(PolicyEntry.Bare(scalar.Range, addresses, null), scalar, problems) : null;
            case YamlMapping mapping when UnquotedAddress.Find(mapping) is { } found:
                UnquotedAddress.Report(problems, found.Range, found.Address);
                return null;
            case YamlMapping mapping:
                return ReadMapping(mapping, problems);
            default:
                problems.Add(RuleIds.WrongShape, node.Range, "An entry must be an address or a mapping with 'ip' or 'net', but is a list.");
                return null;
        }
    }

    private static PolicyEntry? ReadMapping(YamlMapping mapping, ProblemList problems)
    {
        var reader = MappingReader.Open(mapping, Keys.OfEntry, problems);
        var target = ReadTarget(mapping, reader, problems);
        var details = new EntryDetails(
            ReadList(Keys.Except, reader.Get(Keys.Except), problems),
            reader.GetFreeText(Keys.Note),
            reader.GetFreeText(Keys.Owner),
            reader.GetFreeText(Keys.Ticket),
            reader.GetDate(Keys.From),
            reader.GetDate(Keys.Expires),
            ReadEnvironments(reader.Get(Keys.OnlyIn), problems),
            ReadOff(reader, problems))
        {
            Reviewed = reader.GetDate(Keys.Reviewed),
            Waivers = WaiverReader.Read(reader.Get(Keys.Waive), problems),
            Places = new(reader.RangeOf(Keys.Ticket), reader.RangeOf(Keys.From), reader.RangeOf(Keys.Expires), reader.RangeOf(Keys.Reviewed)),
        };
        var entry = new PolicyEntry(target.Range, target.Addresses, target.Net, details);
        if (entry is { From: { } from, Expires: { } expires } && from.CompareTo(expires) > 0)
        {
            problems.Add(RuleIds.InvalidDate, reader.Get(Keys.From)!.Range, $"The entry starts on {from}, after it expires on {expires}: it never counts. Correct one of the two.");
        }

        return entry.Addresses is not null ? WithText(entry, (YamlScalar)reader.Get(Keys.Ip)!, problems) : entry.Net is null ? null : entry;
    }

    // Whoever writes 'off: false' means an entry that counts; taken as a reason it would be switched off.
    private static string? ReadOff(MappingReader reader, ProblemList problems)
    {
        if (reader.Get(Keys.Off) is YamlScalar scalar && Switches.Contains(scalar.Text, StringComparer.OrdinalIgnoreCase))
        {
            problems.Add(RuleIds.WrongShape, scalar.Range, "'off' is no switch: it takes the reason why the entry is kept but does not count. Write that, or leave the key out.");
        }

        return reader.GetFreeText(Keys.Off);
    }

    private static (TextRange Range, IpRange? Addresses, string? Net) ReadTarget(YamlMapping mapping, MappingReader reader, ProblemList problems)
    {
        if (reader.Has(Keys.Ip) == reader.Has(Keys.Net))
        {
            var message = reader.Has(Keys.Ip)
                ? "An entry has either 'ip' or 'net', not both. Write two entries."
                : "The entry has neither 'ip' nor 'net'. Add one of them, or take the entry out.";
            var isMisspelt = !reader.Has(Keys.Ip) && mapping.Pairs.Any(static pair => !Keys.OfEntry.Contains(pair.Key.Text));
            if (!isMisspelt)
            {
                problems.Add(RuleIds.WrongShape, mapping.Range, message);
            }

            return (mapping.Range, null, null);
        }

        if (reader.GetScalar(Keys.Ip, "an address, a prefix or first-last") is { } ip)
        {
            return (ip.Range, ReadAddress(ip, problems), null);
        }

        return reader.GetScalar(Keys.Net, "the name of a network") is { } net
            ? (net.Range, null, net.Text)
            : (mapping.Range, null, null);
    }

    private static PolicyEntry WithText(PolicyEntry entry, YamlScalar scalar, ProblemList problems)
    {
        CanonicalTextRule.Check(entry, scalar.Text, problems);
        return entry;
    }

    private static IpRange? ReadAddress(YamlScalar scalar, ProblemList problems)
    {
        if (scalar.IsBlock)
        {
            problems.Add(RuleIds.UnreadableYaml, scalar.Range, "A block text ('|' or '>') can't be an address. Write the address on the line itself.");
            return null;
        }

        if (UnquotedAddress.IsIn(scalar))
        {
            UnquotedAddress.Report(problems, scalar.Range, scalar.Text);
            return null;
        }

        if (IpEntryText.TryParse(scalar.Text, out var addresses, out var fault))
        {
            return addresses;
        }

        AddressRules.Report(problems, scalar, fault);
        return null;
    }

    private static EquatableArray<string> ReadEnvironments(YamlNode? node, ProblemList problems)
    {
        IReadOnlyList<YamlNode> items = node is YamlSequence sequence ? sequence.Items : node is null ? [] : [node];
        if (node is YamlSequence { Items.Count: 0 })
        {
            problems.Add(RuleIds.EmptyList, node.Range, "'only-in' is empty. Name an environment, or leave the key out.");
        }

        if (items.Count > PolicyLimits.Environments)
        {
            problems.Add(RuleIds.WrongShape, node!.Range, $"'only-in' names more than {PolicyLimits.Environments} environments. Leave the key out if the entry counts everywhere.");
        }

        foreach (var item in items.Where(static item => item is not YamlScalar scalar || !PolicyNames.IsName(scalar.Text)))
        {
            problems.Add(RuleIds.WrongShape, item.Range, "'only-in' must be the name of a host environment, such as Development, or a list of such names.");
        }

        return items.OfType<YamlScalar>().Select(static scalar => scalar.Text).Distinct(StringComparer.OrdinalIgnoreCase).ToEquatableArray();
    }
}
