namespace PolicySdk.Conformance.Tests.Fuzzing.Independent;

/// <summary>What the reference makes of something: its meaning, or why it has none.</summary>
internal sealed record Reading<T>(T? Value, string Why)
    where T : class
{
    internal static Reading<T> Of(Func<T> read)
    {
        try
        {
            return new(read(), "");
        }
        catch (NotUnderstoodException exception)
        {
            return new(null, exception.Message);
        }
    }
}
