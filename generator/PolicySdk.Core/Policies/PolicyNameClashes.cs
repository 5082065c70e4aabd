using PolicySdk.Collections;
using PolicySdk.Validation;

namespace PolicySdk.Policies;

/// <summary>
/// Policies of which two have one name, or one C# name. The first by path keeps its type, which then refuses everybody; the others get
/// none. C# names that differ in case only clash too: files of generated code may not.
/// </summary>
internal sealed record PolicyNameClashes(EquatableArray<string> Denied, EquatableArray<string> Dropped, EquatableArray<Problem> Problems)
{
    internal static PolicyNameClashes Find(IEnumerable<PolicyDocument> documents)
    {
        var sorted = documents.OrderBy(static document => document.Path, StringComparer.Ordinal).ToList();
        var groups = sorted.Where(static document => document.Identifier.Length > 0).GroupBy(static document => document.Identifier, StringComparer.OrdinalIgnoreCase).Where(static group => group.Count() > 1).ToList();
        var tooMany = sorted.Skip(PolicyLimits.Policies).ToList();
        var problems = groups.SelectMany(static group => group.Skip(1).Where(static later => later.HasWrittenName).Select(later => Describe(group.First(), later)))
            .Concat(tooMany.Select(static document => Problem.Of(RuleIds.UnreadableYaml, document.Path, document.NameRange, "The project has more than 10,000 policies.")));
        return new(
            groups.Select(static group => group.First().Path).ToEquatableArray(),
            groups.SelectMany(static group => group.Skip(1)).Concat(tooMany).Concat(sorted.Where(static document => document.Identifier.Length == 0)).Select(static document => document.Path).Distinct().ToEquatableArray(),
            problems.ToEquatableArray());
    }

    private static Problem Describe(PolicyDocument first, PolicyDocument later) =>
        Problem.Of(
            RuleIds.WrongShape,
            later.Path,
            later.NameRange,
            first.Name == later.Name
                ? $"The policy '{later.Name}' is defined already in {first.Path}. Rename one; until then both refuse everybody."
                : $"The policies '{first.Name}' ({first.Path}) and '{later.Name}' both become '{later.Identifier}' in C#. Rename one; until then both refuse everybody.");
}
