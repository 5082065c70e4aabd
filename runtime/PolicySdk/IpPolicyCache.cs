using System.Reflection.Metadata;

[assembly: MetadataUpdateHandler(typeof(PolicySdk.IpPolicyCache))]

namespace PolicySdk;

/// <summary>The one instance of each generated type, dropped when hot reload changes the code it was made from.</summary>
internal static class IpPolicyCache
{
    private static readonly Lock Creation = new();
    private static volatile int _generation;

    internal static T Get<T>()
        where T : class, new() => Get(Instance<T>.Current).Value;

    /// <summary>The instance that a caller keeps, as long as it is the one: a field is quicker than what belongs to a type.</summary>
    internal static Instance<T> Get<T>(Instance<T>? kept)
        where T : class, new() => kept is not null && kept.Generation == _generation ? kept : Create<T>();

    /// <summary>Called by the runtime when a method body of the running application was replaced.</summary>
    internal static void ClearCache(Type[]? updatedTypes) => Interlocked.Increment(ref _generation);

    private static Instance<T> Create<T>()
        where T : class, new()
    {
        lock (Creation)
        {
            var generation = _generation;
            if (Instance<T>.Current is not { } current || current.Generation != generation)
            {
                Instance<T>.Current = current = new(new T(), generation);
            }

            return current;
        }
    }

    internal sealed record Instance<T>(T Value, int Generation)
    {
        internal static volatile Instance<T>? Current;
    }
}
