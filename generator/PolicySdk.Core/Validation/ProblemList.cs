using PolicySdk.Collections;
using PolicySdk.Policies;
using PolicySdk.Yaml;

namespace PolicySdk.Validation;

/// <summary>The problems of one file, collected in the order in which they are found. Keeps so many, of remarks fewer, and counts the rest.</summary>
internal sealed class ProblemList(string path, RuleSeverities severities)
{
    internal const int Kept = 1_000;
    internal const int KeptRemarks = 100;
    private const int Hinted = 100;

    private readonly List<Problem> _problems = [];
    private int _remarks;
    private Problem? _worstOfRest;
    private int _rest;

    internal ProblemList(string path)
        : this(path, RuleSeverities.Default)
    {
    }

    internal string Path { get; } = path;

    internal bool HasErrors { get; private set; }

    /// <summary>Whether there are still so few that looking for what was probably meant is worth its time.</summary>
    internal bool AreFew => _problems.Count < Hinted;

    /// <summary>Adds a problem of an entry, unless the entry waives the rule.</summary>
    internal void Add(string rule, PolicyEntry entry, string message, ProblemSeverity? severity = null) => Add(rule, entry, entry.Range, message, severity);

    internal void Add(string rule, PolicyEntry entry, TextRange range, string message, ProblemSeverity? severity = null)
    {
        if (!entry.Waives(rule))
        {
            Add(rule, range, message, severity);
        }
    }

    internal void Add(string rule, TextRange range, string message, ProblemSeverity? severity = null)
    {
        if (severities.Adjust(Problem.Of(rule, Path, range, message, severity)) is not { } problem)
        {
            return;
        }

        HasErrors |= problem.Severity == ProblemSeverity.Error;
        _remarks += problem.Severity == ProblemSeverity.Info ? 1 : 0;
        if (_problems.Count < Kept && (problem.Severity != ProblemSeverity.Info || _remarks <= KeptRemarks))
        {
            _problems.Add(problem);
            return;
        }

        // What can't be silenced must stay in sight.
        _rest++;
        _worstOfRest = _worstOfRest is null || Weigh(problem).CompareTo(Weigh(_worstOfRest)) > 0 ? problem : _worstOfRest;
    }

    /// <summary>The problems in the order of the file.</summary>
    internal EquatableArray<Problem> ToEquatableArray()
    {
        var sorted = _problems.OrderBy(static problem => problem.Range.Start).ThenBy(static problem => problem.Rule, StringComparer.Ordinal).Distinct();
        return (_worstOfRest is { } worst ? sorted.Append(CountRest(worst)) : sorted).ToEquatableArray();
    }

    private static (ProblemSeverity Severity, bool IsFatal) Weigh(Problem problem) => (problem.Severity, problem.IsFatal);

    private Problem CountRest(Problem worst) =>
        _rest == 1 ? worst : worst with { Message = Problem.Of(worst.Rule, worst.Path, worst.Range, $"{worst.Message} (The file has {_rest - 1} more problems, which are not shown.)").Message };
}
