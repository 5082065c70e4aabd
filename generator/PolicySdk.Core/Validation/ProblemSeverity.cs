namespace PolicySdk.Validation;

/// <summary>How much a problem weighs. Any error makes the policy refuse everybody.</summary>
internal enum ProblemSeverity
{
    Info,
    Warning,
    Error,
}
