using System.Globalization;

namespace PolicySdk.Conformance.Tests.Fuzzing;

/// <summary>Counts what became of projects; from several threads.</summary>
internal sealed class FuzzTally
{
    private int _projects;
    private int _valid;
    private int _invalid;
    private int _generated;

    internal int Projects => _projects;

    internal int Valid => _valid;

    internal int Generated => _generated;

    internal void Add(FuzzOutcome outcome)
    {
        Interlocked.Increment(ref _projects);
        Interlocked.Add(ref _valid, outcome.Valid.Count);
        Interlocked.Add(ref _invalid, outcome.Invalid);
    }

    internal void AddGenerated(int policies) => Interlocked.Add(ref _generated, policies);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{_projects} projects: {_valid} policies valid and understood by the reference, {_invalid} invalid; {_generated} generated and compiled");
}
