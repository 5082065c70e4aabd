using System.Net;
using System.Net.Sockets;

namespace Examples.Tests;

/// <summary>Calls from a chosen loopback address.</summary>
internal static class Loopback
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>A client whose connections come from one address.</summary>
    internal static HttpClient Client(string from, Uri server) => new(Handler(from)) { BaseAddress = server, Timeout = Limit };

    /// <summary>The same for clients that bring more than HTTP.</summary>
    internal static SocketsHttpHandler Handler(string from) => new()
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        ConnectCallback = (context, cancellation) => ConnectAsync(IPAddress.Parse(from), context.DnsEndPoint, cancellation),
    };

    private static async ValueTask<Stream> ConnectAsync(IPAddress from, DnsEndPoint server, CancellationToken cancellation)
    {
        var socket = new Socket(from.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(IPAddress.Parse(server.Host), server.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException) when (OperatingSystem.IsMacOS())
        {
            socket.Dispose();
            Assert.Skip($"This machine has no loopback address {from}.");
            throw;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
