using System.Collections.Concurrent;
using System.Reflection.Metadata;

[assembly: MetadataUpdateHandler(typeof(PolicySdk.IpPolicyCache))]

namespace PolicySdk;

/// <summary>The one instance of each generated type, dropped when hot reload changes the code it was made from.</summary>
internal static class IpPolicyCache
{
    private static readonly ConcurrentDictionary<Type, IpPolicy> Policies = new();

    private static readonly ConcurrentDictionary<Type, IpClientAddress> ClientAddresses = new();

    internal static IpPolicy Get<TPolicy>()
        where TPolicy : IpPolicy, new() => Policies.GetOrAdd(typeof(TPolicy), static _ => new TPolicy());

    internal static IpClientAddress GetClientAddress<TClientAddress>()
        where TClientAddress : IpClientAddress, new() => ClientAddresses.GetOrAdd(typeof(TClientAddress), static _ => new TClientAddress());

    /// <summary>Called by the runtime when a method body of the running application was replaced.</summary>
    internal static void ClearCache(Type[]? updatedTypes)
    {
        Policies.Clear();
        ClientAddresses.Clear();
    }
}
