using PolicySdk.Addresses;
using PolicySdk.Collections;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>Reads a <c>guardrails.yaml</c> file.</summary>
internal static class GuardrailsReader
{
    private const string Silent = "none";

    private static readonly Dictionary<string, ProblemSeverity?> Severities = new(StringComparer.Ordinal)
    {
        ["error"] = ProblemSeverity.Error,
        ["warning"] = ProblemSeverity.Warning,
        ["info"] = ProblemSeverity.Info,
        [Silent] = null,
    };

    private static readonly string[] EndpointSeverities = ["error", "warning"];

    /// <summary>Reads the root of the file; null where the text could not be read, which is reported already.</summary>
    internal static GuardrailsDocument Read(string path, YamlMapping? root, ProblemList problems)
    {
        var file = MappingReader.Open(root ?? new YamlMapping(default, []), Keys.OfGuardrailsFile, problems);
        if (root is not null && !file.Has(Keys.Guardrails) && !problems.HasErrors)
        {
            problems.Add(RuleIds.WrongShape, root.Range.Part(0, 0), "The file must have 'guardrails:' with the limits.");
        }

        var guardrails = file.OpenInner(Keys.Guardrails, Keys.OfGuardrails) is { } reader ? ReadLimits(reader, problems) : Guardrails.None;
        return new(path, problems.HasErrors ? Guardrails.Broken : guardrails, problems.ToEquatableArray());
    }

    private static Guardrails ReadLimits(MappingReader reader, ProblemList problems)
    {
        var widest = reader.OpenInner(Keys.Widest, Keys.OfFamilies);
        var expiry = reader.OpenInner(Keys.Expiry, Keys.OfExpiry);
        return new(
            widest?.GetNumber(Keys.IPv4, 0, 32),
            widest?.GetNumber(Keys.IPv6, 0, 128),
            ReadRequired(reader.Get(Keys.Require), problems),
            ReadPattern(reader, problems),
            expiry?.GetDays(Keys.Warn),
            expiry?.GetDays(Keys.Longest),
            reader.GetDays(Keys.Review),
            ReadNever(reader.Get(Keys.Never), problems),
            reader.OpenInner(Keys.Waivers, Keys.OfWaivers)?.GetDays(Keys.Longest),
            reader.OpenInner(Keys.Report, Keys.OfReport)?.GetDays(Keys.Longest),
            reader.GetWord(Keys.UnprotectedEndpoints, EndpointSeverities) is { } word ? Severities[word] : null,
            ReadSeverities(reader.Get(Keys.Severity), problems),
            IsBroken: false);
    }

    private static EquatableArray<string> ReadRequired(YamlNode? node, ProblemList problems)
    {
        if (node is null)
        {
            return [];
        }

        var fields = node is YamlSequence sequence ? sequence.Items : [];
        if (fields.Count == 0)
        {
            problems.Add(node is YamlSequence ? RuleIds.EmptyList : RuleIds.WrongShape, node.Range, $"'require' must be a list of fields: {string.Join(", ", Keys.Requirable)}.");
        }

        foreach (var field in fields.Where(static field => field is not YamlScalar scalar || !Keys.Requirable.Contains(scalar.Text)))
        {
            problems.Add(RuleIds.WrongShape, field.Range, $"What can be required of an entry: {string.Join(", ", Keys.Requirable)}.");
        }

        return fields.OfType<YamlScalar>().Select(static field => field.Text).Distinct(StringComparer.Ordinal).ToEquatableArray();
    }

    private static TicketPattern? ReadPattern(MappingReader reader, ProblemList problems)
    {
        if (reader.GetScalar(Keys.Ticket, "a regular expression") is not { } scalar)
        {
            return null;
        }

        var pattern = new TicketPattern(scalar.Text);
        if (pattern.Fault is not { } fault)
        {
            return pattern;
        }

        problems.Add(RuleIds.WrongShape, scalar.Range, $"'ticket' is not a .NET regular expression. {fault}.");
        return null;
    }

    private static EquatableArray<IpRange> ReadNever(YamlNode? node, ProblemList problems)
    {
        var entries = EntryReader.ReadList(Keys.Never, node, problems);
        foreach (var entry in entries.Where(static entry => entry is not { Addresses: not null, Except.Count: 0, From: null, Expires: null, OnlyIn.Count: 0, Off: null }))
        {
            problems.Add(RuleIds.WrongShape, entry.Range, "'never' holds addresses, prefixes and ranges alone: what is never allowed has no exceptions, dates or environments.");
        }

        return entries.Select(static entry => entry.Addresses).OfType<IpRange>().ToEquatableArray();
    }

    private static RuleSeverities ReadSeverities(YamlNode? node, ProblemList problems)
    {
        if (node is not YamlMapping mapping)
        {
            if (node is not null)
            {
                problems.Add(RuleIds.WrongShape, node.Range, $"'severity' must map rules to severities, but is {node.Kind}: {{PSDK2010: error}}.");
            }

            return RuleSeverities.Default;
        }

        var changed = new List<RuleSeverity>();
        foreach (var pair in mapping.Pairs)
        {
            if (FaultOf(pair.Key.Text, (pair.Value as YamlScalar)?.Text, changed) is { } fault)
            {
                problems.Add(fault.IsOfKey ? RuleIds.UnknownKey : RuleIds.WrongShape, fault.IsOfKey ? pair.Key.Range : pair.Value.Range, fault.Message);
            }
            else
            {
                changed.Add(new(pair.Key.Text, Severities[((YamlScalar)pair.Value).Text]));
            }
        }

        return new(changed.ToEquatableArray());
    }

    private static (bool IsOfKey, string Message)? FaultOf(string id, string? word, List<RuleSeverity> changed)
    {
        if (!RuleCatalogue.TryGet(id, out var rule))
        {
            return (true, $"There is no rule {Problem.Quote(id)} that a policy file can break. Write an id such as PSDK2010.");
        }

        if (changed.Exists(other => other.Rule == id))
        {
            return (true, $"The rule {id} stands here for the second time. Keep one.");
        }

        if (!rule.IsAdjustable)
        {
            return (true, $"{id} can't be changed: what it finds can't be compiled.");
        }

        if (word is null || !Severities.TryGetValue(word, out var severity))
        {
            return (false, $"The severity of a rule is one of {string.Join(", ", Severities.Keys)}.");
        }

        // The lighter cases of a fatal rule have a weight of their own, below that of the rule.
        var least = rule.IsFatal ? ProblemSeverity.Warning : rule.Severity;
        return rule.IsSecurity && (severity is null || severity < least)
            ? (false, $"{id} guards access and can't be looser than {least.ToString().ToLowerInvariant()}.{(rule.IsWaivable ? " Single entries can waive it, with a reason and an end." : "")}")
            : null;
    }
}
