namespace PolicySdk.Testing;

/// <summary>Something that was expected of a policy, or of the application, is not so. Fails the test in every framework.</summary>
public sealed class PolicyTestException : Exception
{
    internal PolicyTestException(string message)
        : base(message)
    {
    }
}
