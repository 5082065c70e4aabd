using System.Net;
using System.Net.Sockets;

namespace VendorApi.Demo;

/// <summary>Calls over real sockets that are bound to a chosen loopback address.</summary>
internal static class LoopbackCaller
{
    /// <summary>A client whose connections come from one address.</summary>
    internal static HttpClient Create(IPAddress source) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = (context, cancellation) => ConnectAsync(source, context.DnsEndPoint, cancellation),
    });

    /// <summary>What to do before this machine can call from an address; null if it can.</summary>
    internal static string? Obstacle(IPAddress source)
    {
        try
        {
            using var socket = Bind(source);
            return null;
        }
        catch (SocketException exception)
        {
            var cure = source.AddressFamily == AddressFamily.InterNetworkV6
                ? "Turn IPv6 on for the loopback interface"
                : $"macOS has 127.0.0.1 only; add the address with: sudo ifconfig lo0 alias {source} up";
            return $"{source}: {exception.Message}. {cure}.";
        }
    }

    private static async ValueTask<Stream> ConnectAsync(IPAddress source, DnsEndPoint target, CancellationToken cancellation)
    {
        var socket = Bind(source);
        try
        {
            await socket.ConnectAsync(IPAddress.Parse(target.Host), target.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static Socket Bind(IPAddress source)
    {
        var socket = new Socket(source.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(source, 0));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
