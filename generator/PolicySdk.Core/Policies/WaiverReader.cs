using PolicySdk.Collections;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>Reads <c>waive</c>: a mapping, or a list of them.</summary>
internal static class WaiverReader
{
    internal static EquatableArray<Waiver> Read(YamlNode? node, ProblemList problems)
    {
        switch (node)
        {
            case null:
                return [];
            case YamlMapping mapping:
                return new[] { ReadOne(mapping, problems) }.ToEquatableArray();
            case YamlSequence { Items.Count: > 0 } sequence when sequence.Items.All(static item => item is YamlMapping):
                return sequence.Items.Select(item => ReadOne((YamlMapping)item, problems)).ToEquatableArray();
            case YamlSequence { Items.Count: 0 }:
                problems.Add(RuleIds.EmptyList, node.Range, "'waive' is empty. Name a rule, or leave the key out.");
                return [];
            default:
                problems.Add(RuleIds.WrongShape, node.Range, "'waive' must be {rule: PSDKnnnn, reason: TEXT, until: YYYY-MM-DD}, or a list of such mappings.");
                return [];
        }
    }

    private static Waiver ReadOne(YamlMapping mapping, ProblemList problems)
    {
        var reader = MappingReader.Open(mapping, Keys.OfWaiver, problems);
        var rule = reader.GetScalar(Keys.Rule, "the id of a rule");
        if (FaultOf(rule?.Text, reader) is { } fault)
        {
            problems.Add(RuleIds.InvalidWaiver, rule?.Range ?? mapping.Range, fault);
        }

        _ = reader.GetFreeText(Keys.Reason);
        return new(rule?.Text ?? "", reader.GetDate(Keys.Until), reader.RangeOf(Keys.Until));
    }

    private static string? FaultOf(string? rule, MappingReader reader) =>
        rule is null ? "The waiver names no rule. Write {rule: PSDKnnnn, reason: TEXT, until: YYYY-MM-DD}."
        : !RuleCatalogue.TryGet(rule, out var row) ? $"There is no rule {Problem.Quote(rule)} that an entry can break. Write the id of the message that is to be silenced."
        : !row.IsAdjustable ? $"{rule} can't be waived: what it finds can't be compiled. Correct the entry."
        : !row.IsWaivable ? $"{rule} is not about an entry, so no entry can waive it.{(row.IsSecurity ? "" : " Guardrails can change its severity.")}"
        : !reader.Has(Keys.Reason) ? $"The waiver of {rule} has no reason. Add 'reason'."
        : !reader.Has(Keys.Until) ? $"The waiver of {rule} has no end. Add 'until: YYYY-MM-DD'."
        : null;
}
