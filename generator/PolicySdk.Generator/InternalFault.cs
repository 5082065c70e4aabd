using PolicySdk.Validation;

namespace PolicySdk.Generator;

/// <summary>PSDK1000: turns an exception of ours into a problem, so that a fault never ends in a build without policies.</summary>
internal static class InternalFault
{
    /// <summary>Runs a step; if it throws, the fallback says what to go on with.</summary>
    internal static T Guard<T>(string path, Func<T> step, Func<Problem, T> fallback)
    {
        try
        {
            return step();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return fallback(Describe(path, exception));
        }
    }

    private static Problem Describe(string path, Exception exception) => Problem.Of(
        RuleIds.InternalFault,
        path,
        default,
        $"The generator failed ({exception.GetType().Name}: {exception.Message}). The policy refuses everybody. Please report this with the file.");
}
