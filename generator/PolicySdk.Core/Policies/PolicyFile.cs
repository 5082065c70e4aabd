using PolicySdk.Collections;
using PolicySdk.Validation;

namespace PolicySdk.Policies;

/// <summary>A file as it came in: its path relative to the project, with forward slashes, and its text.</summary>
internal sealed record PolicyInput(string Path, string Text)
{
    /// <summary>Whether the text was decoded from UTF-8.</summary>
    internal bool IsUtf8 { get; init; } = true;
}

/// <summary>What all files share once they are read.</summary>
internal abstract record PolicyFile(string Path, EquatableArray<Problem> Problems)
{
    internal bool HasErrors => Problems.Any(static problem => problem.Severity == ProblemSeverity.Error);

    /// <summary>The file with its problems as the guardrails weigh them.</summary>
    internal PolicyFile Adjust(Guardrails guardrails) =>
        guardrails.Severities.Changed.Count == 0 ? this : this with { Problems = guardrails.Severities.Adjust(Problems) };
}

/// <summary>A file of a kind that holds no list.</summary>
internal sealed record OtherFile(string Path, EquatableArray<Problem> Problems) : PolicyFile(Path, Problems);
