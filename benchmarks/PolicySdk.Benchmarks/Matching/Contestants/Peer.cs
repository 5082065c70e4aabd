using System.Collections.Frozen;
using System.Net;
using PolicySdk.Benchmarks.Matching.Workloads;

namespace PolicySdk.Benchmarks.Matching.Contestants;

/// <summary>Who takes part.</summary>
internal enum Peer
{
    /// <summary>A policy of this SDK.</summary>
    Policy,

    /// <summary><c>List&lt;IPNetwork&gt;.Any(network => network.Contains(address))</c>.</summary>
    NetworkList,

    /// <summary>A loop over <c>IPNetwork[]</c>.</summary>
    NetworkArray,

    /// <summary>A loop over the networks of the package IPNetwork2.</summary>
    NetworkPackage,

    /// <summary><c>HashSet&lt;IPAddress&gt;</c>; hosts only.</summary>
    HashSet,

    /// <summary><c>FrozenSet&lt;IPAddress&gt;</c>; hosts only.</summary>
    FrozenSet,
}

/// <summary>Makes contestants of a list.</summary>
internal static class Peers
{
    internal static string Title(this Peer peer) => peer switch
    {
        Peer.Policy => "PolicySdk",
        Peer.NetworkList => "List<IPNetwork>.Any",
        Peer.NetworkArray => "IPNetwork[]",
        Peer.NetworkPackage => "IPNetwork2[]",
        Peer.HashSet => "HashSet<IPAddress>",
        _ => "FrozenSet<IPAddress>",
    };

    internal static bool IsLinear(this Peer peer) => peer is Peer.NetworkList or Peer.NetworkArray or Peer.NetworkPackage;

    internal static bool TakesOnlyHosts(this Peer peer) => peer is Peer.HashSet or Peer.FrozenSet;

    internal static Contestant Enter(this Peer peer, AddressList list, IpPolicy policy, bool areMapped = false)
    {
        var networks = list.Prefixes.Select(static prefix => prefix.Network);
        var addresses = networks.Select(static network => network.BaseAddress);
        return peer switch
        {
            Peer.Policy => new Contestant<PolicyLookup>(peer, list, areMapped, new(policy)),
            Peer.NetworkList => Of(new NetworkListLookup([.. networks])),
            Peer.NetworkArray => Of(new NetworkArrayLookup([.. networks])),
            Peer.NetworkPackage => Of(new NetworkPackageLookup([.. networks.Select(static network => IPNetwork2.Parse(network.ToString()))])),
            Peer.HashSet => Of(new HashSetLookup([.. addresses])),
            _ => Of(new FrozenSetLookup(addresses.ToFrozenSet())),
        };

        Contestant Of<TLookup>(TLookup lookup)
            where TLookup : struct, ILookup =>
            areMapped ? new Contestant<UnmappingLookup<TLookup>>(peer, list, areMapped, new(lookup)) : new Contestant<TLookup>(peer, list, areMapped, lookup);
    }
}
