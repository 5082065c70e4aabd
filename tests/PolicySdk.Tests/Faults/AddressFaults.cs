using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace PolicySdk.Tests.Faults;

/// <summary>Addresses that are none, or no address of this caller.</summary>
internal static class AddressFaults
{
    internal static Fault[] All =>
    [
        Peer("a peer without address", null, "no_address"),
        Peer("the peer 0.0.0.0", "0.0.0.0", "no_address"),
        Peer("the peer ::", "::", "no_address"),
        Peer("the peer ::ffff:0.0.0.0", "::ffff:0.0.0.0", "no_address"),
        Peer("the peer :: with a scope", "::%7", "no_address"),
        Peer("a link-local peer with a scope", "fe80::1%3", "not_listed"),
        Peer("the listed IPv4 address as IPv4-compatible IPv6", "::127.0.0.1", "not_listed"),
        Peer("the listed IPv4 address as NAT64", "64:ff9b::7f00:1", "not_listed"),
        Peer("the listed IPv4 address as 6to4", "2002:7f00:1::", "not_listed"),
        Peer("the peer 255.255.255.255", "255.255.255.255", "not_listed"),
        Peer("a multicast peer", "ff02::1", "not_listed"),
        Peer("an unlisted address mapped with a scope", "::ffff:192.0.2.1%1", "not_listed"),
        new("an address that can't be written") { First = static context => context.Connection.RemoteIpAddress = new Unwritable(0x0100007F) },
        new("an address that says it equals any other", "not_listed") { First = static context => context.Connection.RemoteIpAddress = new Likeable(0x010200C0) },
        new("a middleware that takes the address away", "no_address") { Then = static context => context.Connection.RemoteIpAddress = null },
        new("a middleware that puts another listed address in", "unverified_address") { Then = static context => context.Connection.RemoteIpAddress = IPAddress.Parse("127.0.0.2") },
        new("a middleware that puts the listed address of the other family in", "unverified_address") { Then = static context => context.Connection.RemoteIpAddress = IPAddress.IPv6Loopback },
        new("a transport without connection", "no_address") { First = static context => context.Features.Set<IHttpConnectionFeature>(null) },
        new("a connection that is lost on the way", "no_address") { Then = static context => context.Features.Set<IHttpConnectionFeature>(null) },
        new("a transport whose address can't be had") { First = static context => context.Features.Set<IHttpConnectionFeature>(new Unreadable()) },
        new("an address that can't be had any more") { Then = static context => context.Features.Set<IHttpConnectionFeature>(new Unreadable()) },
    ];

    private static Fault Peer(string name, string? address, string result) =>
        new(name, result) { First = context => context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address) };

    private sealed class Unwritable(long address) : IPAddress(address)
    {
        public override string ToString() => throw Broken.Exception;
    }

    private sealed class Likeable(long address) : IPAddress(address)
    {
        public override bool Equals(object? comparand) => true;

        public override int GetHashCode() => Loopback.GetHashCode();

        public override string ToString() => "127.0.0.1";
    }

    private sealed class Unreadable : IHttpConnectionFeature
    {
        public string ConnectionId { get; set; } = "";

        public IPAddress? RemoteIpAddress
        {
            get => throw Broken.Exception;
            set => throw Broken.Exception;
        }

        public IPAddress? LocalIpAddress { get; set; }

        public int RemotePort { get; set; }

        public int LocalPort { get; set; }
    }
}
