using System.Reflection.Metadata;

[assembly: MetadataUpdateHandler(typeof(PolicySdk.IpPolicyCache))]

namespace PolicySdk;

/// <summary>The one instance of each generated type, dropped when hot reload changes the code it was made from.</summary>
internal static class IpPolicyCache
{
    private static readonly Lock Creation = new();
    private static volatile int _generation;

    internal static T Get<T>()
        where T : class, new() => Instance<T>.Current is { } current && current.Generation == _generation ? current.Value : Create<T>();

    /// <summary>Called by the runtime when a method body of the running application was replaced.</summary>
    internal static void ClearCache(Type[]? updatedTypes) => Interlocked.Increment(ref _generation);

    private static T Create<T>()
        where T : class, new()
    {
        lock (Creation)
        {
            var generation = _generation;
            if (Instance<T>.Current is not { } current || current.Generation != generation)
            {
                Instance<T>.Current = current = new(new T(), generation);
            }

            return current.Value;
        }
    }

    private sealed record Instance<T>(T Value, int Generation)
    {
        internal static volatile Instance<T>? Current;
    }
}
