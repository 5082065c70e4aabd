using PolicySdk.Collections;
using PolicySdk.Validation;
using PolicySdk.Yaml;

namespace PolicySdk.Policies;

/// <summary>What is needed of a policy to see whether two have one name.</summary>
internal sealed record PolicyNameSummary(string Path, string Name, string Identifier, TextRange NameRange)
{
    /// <summary>Whether the name stands in the file; one taken from the file's name is no fault of the file.</summary>
    internal bool IsWritten => NameRange != default;
}

/// <summary>
/// Policies of which two have one name, or one C# name. The first by path keeps its type, which then refuses everybody; the others get
/// none. C# names that differ in case only clash too: files of generated code may not.
/// </summary>
internal sealed record PolicyNameClashes(EquatableArray<string> Denied, EquatableArray<string> Dropped, EquatableArray<Problem> Problems)
{
    internal static PolicyNameClashes Find(IEnumerable<PolicyNameSummary> summaries)
    {
        var sorted = summaries.OrderBy(static summary => summary.Path, StringComparer.Ordinal).ToList();
        var groups = sorted.Where(static summary => summary.Identifier.Length > 0).GroupBy(static summary => summary.Identifier, StringComparer.OrdinalIgnoreCase).Where(static group => group.Count() > 1).ToList();
        var tooMany = sorted.Skip(PolicyLimits.Policies).ToList();
        var problems = groups.SelectMany(static group => group.Skip(1).Where(static later => later.IsWritten).Select(later => Describe(group.First(), later)))
            .Concat(tooMany.Select(static summary => Problem.Of(RuleIds.UnreadableYaml, summary.Path, summary.NameRange, "The project has more than 10,000 policies.")));
        return new(
            groups.Select(static group => group.First().Path).ToEquatableArray(),
            groups.SelectMany(static group => group.Skip(1)).Concat(tooMany).Concat(sorted.Where(static summary => summary.Identifier.Length == 0)).Select(static summary => summary.Path).Distinct().ToEquatableArray(),
            problems.ToEquatableArray());
    }

    private static Problem Describe(PolicyNameSummary first, PolicyNameSummary later) =>
        Problem.Of(
            RuleIds.WrongShape,
            later.Path,
            later.NameRange,
            first.Name == later.Name
                ? $"The policy '{later.Name}' is defined already in {first.Path}. Rename one; until then both refuse everybody."
                : $"The policies '{first.Name}' ({first.Path}) and '{later.Name}' both become '{later.Identifier}' in C#. Rename one; until then both refuse everybody.");
}
