using PolicySdk.Collections;
using PolicySdk.Yaml;

namespace PolicySdk.Validation;

/// <summary>The problems of one file, collected in the order in which they are found.</summary>
internal sealed class ProblemList(string path)
{
    private readonly List<Problem> _problems = [];

    internal string Path { get; } = path;

    internal bool HasErrors => _problems.Exists(static problem => problem.Severity == ProblemSeverity.Error);

    internal void Add(string rule, TextRange range, string message, ProblemSeverity? severity = null) =>
        _problems.Add(Problem.Of(rule, Path, range, message, severity));

    /// <summary>The problems in the order of the file.</summary>
    internal EquatableArray<Problem> ToEquatableArray() =>
        _problems.OrderBy(static problem => problem.Range.Start).ThenBy(static problem => problem.Rule, StringComparer.Ordinal).Distinct().ToEquatableArray();
}
