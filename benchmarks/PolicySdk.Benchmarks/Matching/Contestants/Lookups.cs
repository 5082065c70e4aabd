using System.Collections.Frozen;
using System.Net;

namespace PolicySdk.Benchmarks.Matching.Contestants;

/// <summary>A compiled policy, asked as the middleware asks it.</summary>
internal readonly struct PolicyLookup(IpPolicy policy) : ILookup
{
    public bool Contains(IPAddress address) => policy.Evaluate(address).IsAllowed;
}

/// <summary>What is written most often.</summary>
internal readonly struct NetworkListLookup(List<IPNetwork> networks) : ILookup
{
    public bool Contains(IPAddress address) => networks.Any(network => network.Contains(address));
}

/// <summary>The same without LINQ.</summary>
internal readonly struct NetworkArrayLookup(IPNetwork[] networks) : ILookup
{
    public bool Contains(IPAddress address)
    {
        foreach (var network in networks)
        {
            if (network.Contains(address))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The networks of the package IPNetwork2.</summary>
internal readonly struct NetworkPackageLookup(IPNetwork2[] networks) : ILookup
{
    public bool Contains(IPAddress address)
    {
        foreach (var network in networks)
        {
            if (network.Contains(address))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Single addresses by their hash.</summary>
internal readonly struct HashSetLookup(HashSet<IPAddress> addresses) : ILookup
{
    public bool Contains(IPAddress address) => addresses.Contains(address);
}

/// <summary>The same in the set that is made to be read.</summary>
internal readonly struct FrozenSetLookup(FrozenSet<IPAddress> addresses) : ILookup
{
    public bool Contains(IPAddress address) => addresses.Contains(address);
}

/// <summary>What others need where IPv4 callers come as IPv6 addresses: a policy does it itself.</summary>
internal readonly struct UnmappingLookup<TLookup>(TLookup lookup) : ILookup
    where TLookup : struct, ILookup
{
    public bool Contains(IPAddress address) => lookup.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
