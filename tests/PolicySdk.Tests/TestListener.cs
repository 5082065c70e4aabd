using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace PolicySdk.Tests;

/// <summary>A listener for both families, which sees IPv4 callers as IPv4-mapped IPv6.</summary>
internal static class TestListener
{
    /// <param name="address">An IPv6 address, for IPv4 callers a mapped one.</param>
    internal static Action<WebApplicationBuilder> On(string address) =>
        builder => builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = _ => Bind(address));

    private static Socket Bind(string address)
    {
        var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = true };
        socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
        return socket;
    }
}
