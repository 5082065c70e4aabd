namespace PolicySdk.Tests.Faults;

/// <summary>Whether what runs now runs for a request that is to break. What breaks asks here, so the same server answers healthy requests too.</summary>
internal static class Broken
{
    internal const string Secret = "secret-of-a-fault";

    internal const string Header = "X-Broken";

    private static readonly AsyncLocal<bool> Current = new();

    internal static bool Now
    {
        get => Current.Value;
        set => Current.Value = value;
    }

    internal static InvalidOperationException Exception => new(Secret);

    /// <summary>The value, or for a request that is to break, an exception.</summary>
    internal static T Or<T>(T value) => Now ? throw Exception : value;

    internal static void Throw() => Or(0);
}
