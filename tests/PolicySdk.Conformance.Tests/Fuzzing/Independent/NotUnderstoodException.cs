namespace PolicySdk.Conformance.Tests.Fuzzing.Independent;

/// <summary>A file says something that the reference does not know: for the comparison it lets nobody in.</summary>
internal sealed class NotUnderstoodException(string message) : Exception(message)
{
    internal static void ThrowIf(bool isForeign, string what)
    {
        if (isForeign)
        {
            throw new NotUnderstoodException(what);
        }
    }
}
