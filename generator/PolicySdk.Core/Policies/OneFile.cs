using PolicySdk.Collections;
using PolicySdk.Validation;

namespace PolicySdk.Policies;

/// <summary>The files of which a project has one at the most.</summary>
internal static class OneFile
{
    internal static EquatableArray<Problem> Check(IReadOnlyList<PolicyFile> sorted, string what, string effect) =>
        sorted.Skip(1).Select(later => Problem.Of(RuleIds.WrongShape, later.Path, default, $"The project has its {what} in {sorted[0].Path} already. Keep one file; until then {effect}.")).ToEquatableArray();
}
