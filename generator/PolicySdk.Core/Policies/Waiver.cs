using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>A rule that an entry silences, with a reason and an end. One that breaks PSDK3005 silences all the same: the fault is told once.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Until">The last day, or null where it is missing.</param>
/// <param name="UntilRange">Where that day stands.</param>
internal sealed record Waiver(string Rule, CalendarDate? Until, TextRange UntilRange)
{
    /// <summary>Whether the rule says who may be let in at all. What such a waiver lets in is let in until its end, whenever the last build was.</summary>
    internal bool OpensDoor => Rule is RuleIds.WorldOpen or RuleIds.OutsideGuardrails or RuleIds.TrustedProxyAllowed;
}
