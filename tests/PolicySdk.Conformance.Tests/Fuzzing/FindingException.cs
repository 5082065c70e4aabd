namespace PolicySdk.Conformance.Tests.Fuzzing;

/// <summary>A promise that a project breaks.</summary>
internal sealed class FindingException(string promise, string details) : Exception($"{promise}: {details}")
{
    /// <summary>The promise, the same for all projects that break it.</summary>
    internal string Promise { get; } = promise;

    internal static void ThrowUnless(bool isKept, string promise, Func<string> details)
    {
        if (!isKept)
        {
            throw new FindingException(promise, details());
        }
    }
}
